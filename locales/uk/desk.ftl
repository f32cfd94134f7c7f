# SPDX-License-Identifier: EUPL-1.2
# review: machine
# What operators read.

# same as Italian
desk-line = P{ $priority } · { $kind } · { $language } · { $town } · { $number }
desk-no-town = –
desk-line-state = { $state } · до: { $until }
desk-queue-line =
    { $line }
    { $state } · { $age } { $late }
desk-age-minutes = { $count } хв
desk-age-hours = { $count } год
desk-age-days = { PLURAL($count) ->
        [one] { $count } день
        [few] { $count } дні
        [many] { $count } днів
       *[other] { $count } дня
    }
desk-is-late = ⚠️ запізнення
desk-on-time = ✓
desk-queue = 📋 Черга, сторінка { $page }
desk-queue-empty = 📋 Тут нічого немає. Гарного дня!
desk-queue-word = Не розумію «{ $word }». Приклади: /queue mine, /queue late, /queue ar, /queue san_donato 2
desk-nothing-next = ✅ Жоден запит не очікує. Гарного дня!
desk-card =
    { $line }
    📍 { $desk } · { $state }
    📨 { $sent }
    ⏰ до: { $until }
desk-card-person = 👤 { $name } · мова: { $language }
desk-card-erased = 👤 Даних цієї людини вже немає.
desk-card-unreachable = 🚫 Повідомлення не доходять: людина заблокувала бота.
desk-card-activation = 🏫 Для цієї школи: батьки { $parents }, школа { $teachers }, учні { $pupils }.
desk-card-offer = ➡️ Запитано пункт { $desk }.
desk-card-refused = ↩️ Інший пункт відмовив.
desk-card-unanswered = ↩️ Інший пункт не відповів вчасно.
desk-thread-person = 👤 { $at }: { $text }
desk-thread-desk = 💬 { $at }: { $text }
desk-thread-note = 📝 { $at }: { $text }
desk-thread-event = · { $at }: { $event }
desk-changed = { $first } ✏️ { $last }
desk-no-such-request = Не знаходжу запиту { $number }.
desk-taken-by-you = ✅ { $number } тепер ваш. Щоб відповісти, дайте відповідь на це повідомлення.
desk-taken-by-seconds = { $number }: уже взято. { $name }, { PLURAL($count) ->
        [one] { $count } секунду тому
        [few] { $count } секунди тому
        [many] { $count } секунд тому
       *[other] { $count } секунди тому
    }.
desk-taken-by-minutes = { $number }: уже взято. { $name }, { PLURAL($count) ->
        [one] { $count } хвилину тому
        [few] { $count } хвилини тому
        [many] { $count } хвилин тому
       *[other] { $count } хвилини тому
    }.
desk-yours-already = { $number } вже ваш.
desk-nobody-has-it = { $number }: спочатку візьміть його командою /take.
desk-over = { $number } вже завершено. Щоб знову відкрити: /reopen
desk-not-over = { $number } ще відкрито.
desk-too-late = { $number } завершено понад 30 днів тому: потрібен новий запит.
desk-no-offer = { $number }: немає передачі, яку можна прийняти.
desk-offer-old = Це стара кнопка: { $number } за цей час змінився. Нічого не змінено. Щоб побачити: /show
desk-offer-waits = { $number }: вже чекає на відповідь пункту { $desk }.
desk-same-desk = { $number } вже в цьому пункті.
desk-released = ↩️ { $number } повертається в чергу.
desk-reply-ask = ✍️ Зараз напишіть або скажіть голосом: повідомлення піде людині ({ $number }). Щоб зупинити: /cancel
desk-note-ask = 📝 Напишіть нотатку для { $number }. Людина її не бачить. Щоб зупинити: /cancel
desk-replied = ✅ Надіслано людині ({ $number }).
desk-noted = 📝 Нотатку записано ({ $number }).
desk-not-changed = ✋ { $number }: зміна не пройшла. Повідомлення можна змінити, лише поки запит відкритий і він ваш. Напишіть нове повідомлення.
desk-note-erased = 📝 { $number }: нотатку не записано. Даних цієї людини більше немає, і про неї нічого не можна зберігати.
desk-where-to = Для кого повідомлення? Дайте відповідь на повідомлення із запиту або напишіть: /reply 1042 текст
desk-from-person =
    👤 { $number } · { $language }
    { $text }
desk-media-from-person = 👤 { $number } · { $language } · { $what }
desk-person-edited =
    ✏️ { $number }: людина змінила повідомлення:
    { $text }
desk-assign-whom = Кому передаємо { $number }?
desk-assigned = ✅ { $number } передано. Тепер працює { $name }.
desk-assign-sure = Передати { $number } цій людині? { $name }
desk-colleague-away = { $name } · немає на місці
desk-colleague-admin = { $name } · { $role }
desk-colleague-gone = Це стара кнопка: ця людина вже тут не працює. Нічого не змінено.
desk-assigned-to-you = 📥 { $name } передає вам { $number }.
desk-transfer-where = Якому пункту передаємо { $number }?
desk-offered = ➡️ { $number }: запитано пункт { $desk }. Чекаємо відповіді до: { $until }. Без відповіді запит повернеться сюди.
desk-offer-to-you =
    📨 Пункт { $desk } просить узяти:
    { $line }
desk-accepted = ✅ { $number }: тепер це запит пункту { $desk }.
desk-refuse-why = Чому ні? Натисніть або напишіть: /refuse { $number } причина
desk-refused = ↩️ { $number }: пункт { $desk } відмовляє. Причина: { $reason }
desk-unanswered = ↩️ { $number }: пункт { $desk } не відповів. Запит повертається в чергу.
desk-wait-whom = { $number }: на кого чекаємо?
desk-waits = { $number }: { $state }
desk-schedule-day = 📅 { $number }: у який день?
desk-schedule-time = 📅 { $number }: { $day }. О котрій годині? Можна також написати: 15:30
desk-has-appointment = 📅 { $number } має зустріч: { $at }. Її можна перенести (/schedule), передати запит колезі (/assign) або закрити (/close).
desk-schedule-unread = Не розумію день чи час, або він уже минув. Приклад: /schedule 1042 27/11 15:30
desk-scheduled = 📅 { $number }: запропоновано час: { $at }. Тепер людина має сказати «так».
desk-schedule-closed = ⚠️ У цей час пункт зачинено. Зустріч залишається: перевірте її.
desk-person-yes = ✅ { $number }: людина прийде: { $at }.
desk-person-no = ❌ { $number }: людина не може: { $at }. Запропонуйте інший день.
desk-appointment-near = ⏰ { $number }: зустріч: { $at }.
desk-done-how = { $number }: який результат?
desk-done = 🟢 { $number }: { $outcome }.
desk-close-why = { $number }: чому закриваємо?
desk-closed = ⚫ { $number }: закрито. { $reason }.
desk-reopened = 🔄 { $number } знову відкрито, і він ваш.
desk-person-withdrew = 🗑 { $number }: людина скасувала запит.
desk-person-not-helped = 👎 { $number }: людині це не допомогло. Запит знову відкрито.
desk-priority-how = { $number }: наскільки терміново?
desk-priority-set = { $number }: тепер P{ $priority }.
desk-here = 📍 Ви в пункті { $desk } до такого часу: { $until }. Нові запити спочатку приходять вам.
desk-here-where = У якому пункті ви сьогодні?
desk-away = 👋 Добре, тепер вас немає на місці. Щоб повернутися: /here
desk-stats =
    📊 Останні 7 днів: нові { $opened }, з відповіддю { $answered }, завершені { $ended }.
    Зараз: відкриті { $open }, із запізненням { $late }.
    🆘 відкрито { PLURAL($taps) ->
        [one] { $taps } раз
        [few] { $taps } рази
        [many] { $taps } разів
       *[other] { $taps } разу
    }.
    { $list }
desk-stats-line = { $desk } · { $kind } · { $state }: { $count }
desk-undelivered = ⚠️ { $number }: повідомлення не дійшло. { $why }
desk-not-passed = ⚠️ { $number }: Telegram не пропустив до вас повідомлення або вкладення. Подивіться: /show. Якщо його немає, попросіть людину надіслати його як фото, як файл або словами.
undelivered-blocked = Людина заблокувала бота.
undelivered-deactivated = Акаунта Telegram більше немає.
undelivered-not-found = Telegram не знаходить чату.
undelivered-gone = Повідомлення більше немає.
undelivered-other = Telegram його відхилив.
desk-person-left = 🚫 { $number }: людина заблокувала бота. Якщо вона повернеться, запит продовжиться.
desk-more-new = 📥 Ще нові запити за хвилину: { $count }. /queue
desk-set-aside = ⚠️ Я не можу прочитати одне повідомлення і відкладаю його. Людина про це знає. Повідомте тих, хто дбає про програму.
desk-alarm-set-aside = ⚠️ Не вдалося прочитати нагадування: його відкладено. Повідомте того, хто доглядає за програмою.
desk-help =
    Команди для працівників:
    { $list }

    Щоб відповісти людині: дайте відповідь на її повідомлення.
desk-help-line = { $command } · { $does }

desk-take-button = ✋ Беру
desk-show-button = 👁 Переглянути
desk-reply-button = 💬 Відповісти
desk-note-button = 📝 Нотатка
desk-release-button = ↩️ У чергу
desk-assign-button = 👥 Дати колезі …
desk-transfer-button = ➡️ Передати
desk-wait-button = ⏳ Очікування
desk-schedule-button = 📅 Дата
desk-done-button = 🟢 Завершити
desk-close-button = ⚫ Закрити
desk-reopen-button = 🔄 Відкрити знову
desk-priority-button = ❗ Терміновість
desk-accept-button = ✅ Беремо
desk-refuse-button = ❌ Ні
desk-wait-person-button = Людина
desk-wait-other-button = Інша установа
desk-previous-button = ◀
desk-next-button = ▶
desk-mine-button = Мої
desk-free-button = Вільні
desk-late-button = Із запізненням
desk-all-button = Усі
desk-refuse-busy-button = Забагато роботи
desk-refuse-wrong-button = Це не для нас
refuse-busy = забагато роботи
refuse-wrong = це не для нас
desk-day-label = { $day }
desk-time-label = { $time }

command-queue = Черга
command-next = Взяти наступний запит
command-take = Взяти запит
command-release = Повернути в чергу
command-show = Переглянути запит
command-reply = Відповісти людині
command-note = Написати внутрішню нотатку
command-assign = Дати колезі
command-transfer = Передати іншому пункту
command-accept = Прийняти передачу
command-refuse = Відмовити в передачі
command-wait = Поставити на очікування
command-schedule = Призначити зустріч
command-done = Завершити, з результатом
command-close = Закрити, з причиною
command-reopen = Відкрити знову
command-priority = Змінити терміновість
command-mine = Мої запити в роботі
command-late = Запити із запізненням
command-here = Сказати, де я
command-away = Сказати, що мене немає
command-stats = Числа тижня
desk-state-appointment = { $state }: { $at }
