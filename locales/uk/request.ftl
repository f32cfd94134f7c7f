# SPDX-License-Identifier: EUPL-1.2
# review: machine
# Requests, as the person who asked meets them; and the forms that open them.

form-ticked = ✅ { $label }
form-more-button = ▶️ Ще
form-done-button = ✔️ Далі
form-skip-button = ⏭ Пропустити
form-back-button = ◀ Назад
form-cancel-button = ✖️ Зупинити
form-person-button = 👤 Поговорити з нами
form-send-button = ✅ Надіслати
form-change-button = ✏️ Змінити
form-summary-button = ◀ До підсумку
form-continue-button = ▶️ Продовжити
form-restart-button = 🔄 Почати знову
form-another-town = Інше місто
form-not-in-list = ❓ Немає у списку
form-voice = 🎤 голосове повідомлення ({ PLURAL($seconds) ->
        [one] { $seconds } секунда
        [few] { $seconds } секунди
        [many] { $seconds } секунд
       *[other] { $seconds } секунди
    })
form-number = { $count }
form-list = { $list }
form-day = { $day }
form-skipped = –
form-line = { $question }: { $answer }
form-summary = { $kind }. Ось ваш запит:
form-carried = 📎 { PLURAL($count) ->
        [one] { $count } повідомлення додано
        [few] { $count } повідомлення додано
        [many] { $count } повідомлень додано
       *[other] { $count } повідомлення додано
    }
form-send-question = Усе правильно? Натисніть ✅, щоб надіслати.
form-change-which = Що ви хочете змінити?
form-please-choose = Не вдалося зрозуміти. Натисніть відповідь або напишіть її номер.
form-please-write = Не вдалося зрозуміти. Напишіть, будь ласка, відповідь.
form-too-long = Текст задовгий. Літер у тексті: { $count }. Можна не більше ніж { $max }.
form-voice-too-long = Голосове повідомлення задовге. Говоріть, будь ласка, не довше ніж { PLURAL($max) ->
        [one] { $max } секунду
        [few] { $max } секунди
        [many] { $max } секунд
       *[other] { $max } секунди
    }.
form-number-between = Напишіть число від { $least } до { $most }.
form-day-not-read = Не вдалося зрозуміти день. Пишіть так: 15/12.
form-not-found = Не знаходжу такої назви. Спробуйте написати інше слово.
form-found = Ось такі назви знайдено. Чи є серед них потрібна?
form-attached = 📎 Це додано до запиту. Не надсилайте особистих документів.
form-looks-private = ⚠️ Схоже на номер документа. Я його не зберігаю. Пишіть без документів і без імен дітей.
form-old-button = Це стара кнопка. Зараз запитання таке:

request-sent =
    ✅ Готово! Ваш номер: { $number }.
    Відповість людина з пункту допомоги { $desk }. Найпізніше: { $until }.
    Якщо ви в небезпеці, не чекайте: натисніть 🆘.
request-sent-school =
    Тепер ми запитаємо школу. Вашого імені ми школі не скажемо.
    Усі новини прийдуть вам сюди.
request-sent-mediator =
    Допомога медіатора безкоштовна. Медіатор має дотримуватися конфіденційності. Лише якщо хтось у небезпеці, йому, можливо, доведеться повідомити інших.
    Медіатор не говорить замість вас і не вирішує за вас.
request-draft-found = У вас є незакінчений запит: { $kind }. Хочете продовжити?
request-list = 📋 Ваші запити. Натисніть, щоб побачити:
request-list-empty = 📋 У вас ще немає запитів. Натисніть 🏠 Меню, щоб почати.
request-line = { $number } · { $kind } · { $state }
request-card =
    { $kind } · { $number }
    📍 Пункт допомоги: { $desk }
    { $state }
    ⏰ Відповідь найпізніше: { $until }
request-history = { $at }: { $event }
request-add-ask = ✍️ Зараз напишіть або скажіть голосом. Повідомлення піде до запиту { $number }.
request-add-button = ✍️ Додати
request-withdraw-button = 🗑 Скасувати запит
request-withdraw-yes-button = 🗑 Так, скасувати
request-back-button = ◀ Назад
request-updated = ✅ Ваш запит { $number } змінено. Ще один не потрібен.
request-added = ✅ Повідомлення додано до { $number }.
request-something-else-button = Це щось інше
request-which-one = До якого запиту належить це повідомлення?
request-belongs-button = 📎 До запиту { $number }
request-new-button = 🆕 Новий запит
request-held-full = ✋ Уже чекає багато ваших повідомлень, і для цього немає місця: його не збережено. Спочатку натисніть нижче, потім надішліть його ще раз.
request-shall-i-send = Передати це повідомлення в пункт допомоги?
request-yes-button = ✅ Так
request-no-button = ✖️ Ні
request-not-sent = Добре, повідомлення не надіслано.
request-withdraw-ask = Хочете скасувати запит { $number }?
request-withdrawn = ✅ Запит { $number } скасовано. Ви завжди можете попросити знову.
request-not-yours = Не знаходжу цього запиту серед ваших.
request-over = Запит { $number } вже завершено. Ви можете зробити новий запит.
request-from-desk =
    💬 { $number } · Пункт допомоги { $desk }:
    { $text }
request-media-from-desk = 💬 { $number } · Пункт допомоги { $desk }:
request-other-language = 🌐 Мова цього повідомлення: { $language }. Потрібен медіатор?
request-mediator-button = 🗣 Так, медіатор
request-taken = 👤 Людина з пункту допомоги { $desk } працює над запитом { $number }.
request-waiting-for-you = ⏳ { $number }: пункт допомоги чекає на вашу відповідь. Напишіть тут, коли зможете.
request-moved = ➡️ { $number }: тепер відповідає пункт допомоги { $desk }.
request-appointment-ask =
    📅 { $number }: зустріч із працівником пункту допомоги { $desk }
    { $at }
    Вам підходить?
request-appointment-yes = ✅ { $number }: добре. Зустріч: { $at }. Перед зустріччю я вам нагадаю.
request-appointment-no = { $number }: добре, я передам це в пункт допомоги. Шукаємо інший день.
request-appointment-old = Ця зустріч змінилася. Натисніть 📋, щоб побачити запит.
request-reminder-day = ⏰ { $number }: нагадуємо про зустріч із працівником пункту допомоги { $desk }: { $at }.
request-reminder-hours = ⏰ { $number }: сьогодні о { $at } у вас зустріч із працівником пункту допомоги { $desk }.
request-done = ✅ { $number }: запит завершено. Це допомогло?
request-helped-yes-button = 👍 Так
request-helped-no-button = 👎 Ні
request-helped-yes = Дякую! Для іншого натисніть 🏠 Меню.
request-helped-no = Дуже шкода. Запит { $number } знову відкрито. Напишіть тут, чого бракує.
request-closed = { $number }: пункт допомоги закрив запит. Причина: { $reason }. Ви завжди можете попросити знову.
request-reopened = 🔄 { $number }: запит знову відкрито.
request-edit-noted = ✏️ Я бачу зміну і передаю її в пункт допомоги ({ $number }).
request-desk-edited =
    ✏️ { $number }: пункт допомоги змінив повідомлення:
    { $text }

state-new = 🟡 Отримано
state-triaged = 🟡 Очікує
state-assigned = 🟠 Передано працівнику
state-in_progress = 🔵 У роботі
state-waiting_person = ⏳ Чекає на відповідь людини
state-waiting_other = ⏳ Чекає на іншу установу
state-scheduled = 📅 Зустріч
state-done = 🟢 Завершено
state-closed = ⚫ Закрито

event-sent = запит надіслано
event-taken = запит бере людина
event-released = знову очікує
event-assigned = передано колезі
event-answered = відповідь пункту допомоги
event-reply_edited = відповідь пункту допомоги змінено
event-note_edited = нотатку змінено
event-updated = відповіді змінено
event-added = повідомлення додано
event-waiting_person = чекає на відповідь людини
event-waiting_other = чекає на іншу установу
event-scheduled = запропоновано зустріч
event-confirmed = зустріч підтверджено
event-declined = від зустрічі відмовилися
event-done = завершено
event-closed = закрито
event-withdrawn = людина скасувала запит
event-reopened = знову відкрито
event-offered = запитано інший пункт допомоги
event-accepted = узяв інший пункт допомоги
event-refused = інший пункт допомоги відмовив
event-unanswered = інший пункт допомоги не відповів
event-triaged = терміновість змінено
event-late = запізнення

outcome-information = інформацію надано
outcome-meeting = зустріч відбулася
outcome-mediation = допомогу медіатора надано
outcome-referral = допомагає інша служба
outcome-other = інше

reason-no_contact = не вдалося зв'язатися
reason-out_of_scope = пункт допомоги не може в цьому допомогти
reason-duplicate = такий запит уже є
reason-withdrawn = людина сама скасувала запит

media-voice = 🎤 голосове повідомлення
media-photo = 🖼 фото
media-document = 📎 документ
media-video = 🎬 відео
media-video-note = 🎬 відео
media-audio = 🎵 аудіо
media-sticker = наліпка
media-animation = анімація
media-location = 📍 місце на карті
media-contact = 👤 контакт
media-other = вкладення
