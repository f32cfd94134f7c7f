# SPDX-License-Identifier: EUPL-1.2
# review: machine
# What operators read.

# same as Italian
desk-line = P{ $priority } · { $kind } · { $language } · { $town } · { $number }
desk-no-town = –
desk-line-state = { $state } · by { $until }
desk-queue-line =
    { $line }
    { $state } · { $age } { $late }
# same as Italian
desk-age-minutes = { $count } min
# same as Italian
desk-age-hours = { $count } h
desk-age-days = { PLURAL($count) ->
        [one] { $count } day
       *[other] { $count } days
    }
desk-is-late = ⚠️ late
desk-on-time = ✓
desk-queue = 📋 Queue, page { $page }
desk-queue-empty = 📋 There is nothing here. Have a good day!
desk-queue-word = I do not understand “{ $word }”. Examples: /queue mine, /queue late, /queue ar, /queue san_donato 2
desk-nothing-next = ✅ No request is waiting. Have a good day!
desk-card =
    { $line }
    📍 { $desk } · { $state }
    📨 { $sent }
    ⏰ by { $until }
desk-card-person = 👤 { $name } · language: { $language }
desk-card-erased = 👤 The person’s data is no longer here.
desk-card-unreachable = 🚫 Messages do not arrive: the person has blocked the bot.
desk-card-activation = 🏫 For this school: parents { $parents }, school staff { $teachers }, students { $pupils }.
desk-card-offer = ➡️ The desk in { $desk } was asked to take it.
desk-card-refused = ↩️ The other desk said no.
desk-card-unanswered = ↩️ The other desk did not answer in time.
desk-thread-person = 👤 { $at }: { $text }
desk-thread-desk = 💬 { $at }: { $text }
desk-thread-note = 📝 { $at }: { $text }
desk-thread-event = · { $at }: { $event }
desk-changed = { $first } ✏️ { $last }
desk-no-such-request = I cannot find request { $number }.
desk-taken-by-you = ✅ { $number } is yours. To answer, reply to this message.
desk-taken-by-seconds = { $number }: taken by { $name } { PLURAL($count) ->
        [one] { $count } second ago
       *[other] { $count } seconds ago
    }.
desk-taken-by-minutes = { $number }: taken by { $name } { PLURAL($count) ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }.
desk-yours-already = { $number } is already yours.
desk-nobody-has-it = { $number }: first take it, with /take.
desk-over = { $number } is already finished. To open it again: /reopen
desk-not-over = { $number } is still open.
desk-too-late = { $number } ended more than 30 days ago: a new request is needed.
desk-no-offer = { $number }: no transfer to accept.
desk-offer-old = This button is old: { $number } has changed since. I have changed nothing. To see it: /show
desk-offer-waits = { $number }: already waiting for the answer of the desk in { $desk }.
desk-same-desk = { $number } is already at this desk.
desk-released = ↩️ { $number } goes back to the queue.
desk-reply-ask = ✍️ Write or speak now: the message goes to the person ({ $number }). To stop: /cancel
desk-note-ask = 📝 Write the note for { $number }. The person does not see it. To stop: /cancel
desk-replied = ✅ Sent to the person ({ $number }).
desk-noted = 📝 Note written ({ $number }).
desk-not-changed = ✋ { $number }: the change did not go through. You can change a message only while the request is open and yours. Write a new message.
desk-note-erased = 📝 { $number }: the note is not written. The person’s data is gone, and nothing can be kept about them.
desk-where-to = Who is the message for? Reply to a message of the request, or write: /reply 1042 text
desk-from-person =
    👤 { $number } · { $language }
    { $text }
desk-media-from-person = 👤 { $number } · { $language } · { $what }
desk-person-edited =
    ✏️ { $number }: the person has changed a message:
    { $text }
desk-assign-whom = Who do we give { $number } to?
desk-assigned = ✅ { $number } goes to { $name }.
desk-assign-sure = Give { $number } to this person? { $name }
desk-colleague-away = { $name } · away
desk-colleague-admin = { $name } · { $role }
desk-colleague-gone = This button is old: this person no longer works at the desk. I have changed nothing.
desk-assigned-to-you = 📥 { $name } gives you { $number }.
desk-transfer-where = Which desk do we pass { $number } to?
desk-offered = ➡️ { $number }: the desk in { $desk } was asked. If there is no answer by { $until }, it comes back here.
desk-offer-to-you =
    📨 The desk in { $desk } asks you to take:
    { $line }
desk-accepted = ✅ { $number }: it now belongs to the desk in { $desk }.
desk-refuse-why = Why not? Tap, or write: /refuse { $number } reason
desk-refused = ↩️ { $number }: the desk in { $desk } says no. Reason: { $reason }
desk-unanswered = ↩️ { $number }: the desk in { $desk } did not answer. It goes back to the queue.
desk-wait-whom = { $number }: who are we waiting for?
desk-waits = { $number }: { $state }
desk-schedule-day = 📅 { $number }: on which day?
desk-schedule-time = 📅 { $number }: { $day }. At what time? You can also write: 15:30
desk-has-appointment = 📅 { $number } has an appointment: { $at }. You can move it (/schedule), give the request to somebody (/assign) or close it (/close).
desk-schedule-unread = I do not understand the day or the time, or it is already past. Example: /schedule 1042 27/11 15:30
desk-scheduled = 📅 { $number }: proposed for { $at }. Now the person must say yes.
desk-schedule-closed = ⚠️ The desk is closed at that time. The appointment stays: please check it.
desk-person-yes = ✅ { $number }: the person comes on { $at }.
desk-person-no = ❌ { $number }: the person cannot come on { $at }. Propose another day.
desk-appointment-near = ⏰ { $number }: appointment on { $at }.
desk-done-how = { $number }: how did it end?
desk-done = 🟢 { $number }: { $outcome }.
desk-close-why = { $number }: why do we close it?
desk-closed = ⚫ { $number }: closed. { $reason }.
desk-reopened = 🔄 { $number } is open again and it is yours.
desk-person-withdrew = 🗑 { $number }: the person has cancelled the request.
desk-person-not-helped = 👎 { $number }: it did not help the person. It is open again.
desk-priority-how = { $number }: how urgent is it?
desk-priority-set = { $number }: it is now P{ $priority }.
desk-here = 📍 You are at the desk in { $desk } until { $until }. New requests come to you first.
desk-here-where = Which desk are you at today?
desk-away = 👋 All right, you are away now. To come back: /here
desk-stats =
    📊 Last 7 days: new { $opened }, answered { $answered }, finished { $ended }.
    Now: open { $open }, late { $late }.
    🆘 opened { PLURAL($taps) ->
        [one] { $taps } time
       *[other] { $taps } times
    }.
    { $list }
desk-stats-line = { $desk } · { $kind } · { $state }: { $count }
desk-undelivered = ⚠️ { $number }: the message did not arrive. { $why }
desk-not-passed = ⚠️ { $number }: Telegram did not let a message or an attachment through to you. Look with /show. If it is missing, ask the person to send it as a photo, as a file or in words.
undelivered-blocked = The person has blocked the bot.
undelivered-deactivated = The Telegram account does not exist any more.
undelivered-not-found = Telegram cannot find the chat.
undelivered-gone = The message is gone.
undelivered-other = Telegram refused it.
desk-person-left = 🚫 { $number }: the person has blocked the bot. If they come back, the request goes on.
desk-more-new = 📥 { $count } more new requests in one minute: /queue
desk-set-aside = ⚠️ I could not read a message, so I set it aside. The person knows. Tell whoever looks after the program.
desk-alarm-set-aside = ⚠️ I could not read a reminder: I have set it aside. Tell whoever looks after the program.
desk-help =
    Commands for operators:
    { $list }

    To answer a person: reply to one of their messages.
desk-help-line = { $command } · { $does }

desk-take-button = ✋ Take
desk-show-button = 👁 See
desk-reply-button = 💬 Reply
desk-note-button = 📝 Note
desk-release-button = ↩️ To the queue
desk-assign-button = 👥 Give to …
desk-transfer-button = ➡️ Pass on
desk-wait-button = ⏳ Wait
desk-schedule-button = 📅 Date
desk-done-button = 🟢 Finish
desk-close-button = ⚫ Close
desk-reopen-button = 🔄 Reopen
desk-priority-button = ❗ Urgency
desk-accept-button = ✅ We take it
# same as Italian
desk-refuse-button = ❌ No
desk-wait-person-button = The person
desk-wait-other-button = Another office
desk-previous-button = ◀
desk-next-button = ▶
desk-mine-button = Mine
desk-free-button = Not taken
desk-late-button = Late
desk-all-button = All
desk-refuse-busy-button = Too much work
desk-refuse-wrong-button = Not for us
refuse-busy = too much work
refuse-wrong = not for us
desk-day-label = { $day }
desk-time-label = { $time }

command-queue = The queue
command-next = Take the next one
command-take = Take a request
command-release = Put back in the queue
command-show = See a request
command-reply = Reply to the person
command-note = Write an internal note
command-assign = Give to a colleague
command-transfer = Pass to another desk
command-accept = Accept a transfer
command-refuse = Refuse a transfer
command-wait = Put on hold
command-schedule = Make an appointment
command-done = Finish, with the result
command-close = Close, with the reason
command-reopen = Open again
command-priority = Change the urgency
command-mine = My requests in progress
command-late = Late requests
command-here = Say where I am
command-away = Say that I am away
command-stats = Numbers of the week
desk-state-appointment = { $state }: { $at }
