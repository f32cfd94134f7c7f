# SPDX-License-Identifier: EUPL-1.2
# review: machine
# Requests, as the person who asked meets them; and the forms that open them.

form-ticked = ✅ { $label }
form-more-button = ▶️ More
form-done-button = ✔️ Next
form-skip-button = ⏭ Skip
form-back-button = ◀ Back
form-cancel-button = ✖️ Stop
form-person-button = 👤 Talk to us
form-send-button = ✅ Send
form-change-button = ✏️ Change
form-summary-button = ◀ Summary
form-continue-button = ▶️ Continue
form-restart-button = 🔄 Start again
form-another-town = Another town
form-not-in-list = ❓ It is not in the list
form-voice = 🎤 voice message ({ PLURAL($seconds) ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    })
form-number = { $count }
form-list = { $list }
form-day = { $day }
form-skipped = –
form-line = { $question }: { $answer }
form-summary = { $kind }. Here is your request:
form-carried = 📎 { PLURAL($count) ->
        [one] { $count } message attached
       *[other] { $count } messages attached
    }
form-send-question = Is it all right? Tap ✅ to send.
form-change-which = What do you want to change?
form-please-choose = I did not understand. Tap an answer, or write the number of the answer.
form-please-write = I did not understand. Please write the answer.
form-too-long = The text is too long: { $count } letters. Write { $max } letters at most.
form-voice-too-long = The voice message is too long. Please speak for less than { PLURAL($max) ->
        [one] { $max } second
       *[other] { $max } seconds
    }.
form-number-between = Write a number from { $least } to { $most }.
form-day-not-read = I did not understand the day. Write it like this: 15/12.
form-not-found = I cannot find this name. Try another word.
form-found = I have found these names. Is it one of these?
form-attached = 📎 I have added it to the request. Please do not send personal documents.
form-looks-private = ⚠️ This looks like a document number. I do not keep it. Write without document numbers and without children’s names.
form-old-button = This button is old. Here is the question now:

request-sent =
    ✅ Done! Your number is { $number }.
    A person at the help desk in { $desk } will answer by { $until }.
    If you are in danger, do not wait: tap 🆘.
request-sent-school =
    Now we ask the school. We do not give your name to the school.
    We will write to you here when there is news.
request-sent-mediator =
    The service is free. The mediator must keep your words confidential. Only if somebody is in danger, others may have to be told.
    The mediator does not speak in your place and does not decide.
request-draft-found = You have a request that is not finished: { $kind }. Do you want to continue?
request-list = 📋 Your requests. Tap one to see it:
request-list-empty = 📋 You have no requests yet. Tap 🏠 Menu to begin.
request-line = { $number } · { $kind } · { $state }
request-card =
    { $kind } · { $number }
    📍 Help desk: { $desk }
    { $state }
    ⏰ Answer by: { $until }
request-history = { $at }: { $event }
request-add-ask = ✍️ Write or speak now. The message goes to request { $number }.
request-add-button = ✍️ Add
request-withdraw-button = 🗑 Cancel request
request-withdraw-yes-button = 🗑 Yes, cancel it
request-back-button = ◀ Back
request-updated = ✅ I have changed your request { $number }. You do not need another one.
request-added = ✅ I have added the message to { $number }.
request-something-else-button = It is something else
request-which-one = Which request is this message for?
request-belongs-button = 📎 It is for { $number }
request-new-button = 🆕 New request
request-held-full = ✋ Many of your messages are waiting already, and there is no room for this one: I have not kept it. First tap below, then send it again.
request-shall-i-send = Shall I take this message to the help desk?
request-yes-button = ✅ Yes
# same as Italian
request-no-button = ✖️ No
request-not-sent = All right, I have not sent the message.
request-withdraw-ask = Do you want to cancel request { $number }?
request-withdrawn = ✅ Request { $number } is cancelled. You can always ask again.
request-not-yours = I cannot find this request among yours.
request-over = Request { $number } is already finished. You can make a new request.
request-from-desk =
    💬 { $number } · Help desk in { $desk }:
    { $text }
request-media-from-desk = 💬 { $number } · Help desk in { $desk }:
request-other-language = 🌐 This message is in { $language }. Do you want a language mediator?
request-mediator-button = 🗣 Yes, a mediator
request-taken = 👤 A person at the help desk in { $desk } is working on request { $number }.
request-waiting-for-you = ⏳ { $number }: the desk is waiting for your answer. Write here when you can.
request-moved = ➡️ { $number }: now the help desk in { $desk } answers.
request-appointment-ask =
    📅 { $number }: appointment with the help desk in { $desk }
    { $at }
    Is this time good for you?
request-appointment-yes = ✅ { $number }: all right. See you on { $at }. I will write to you before, to remind you.
request-appointment-no = { $number }: all right, I will tell the desk. We will look for another day.
request-appointment-old = This appointment has changed. Tap 📋 to see the request.
request-reminder-day = ⏰ { $number }: remember the appointment with the help desk in { $desk }: { $at }.
request-reminder-hours = ⏰ { $number }: today at { $at } you have an appointment with the help desk in { $desk }.
request-done = ✅ { $number }: the request is finished. Did it help?
request-helped-yes-button = 👍 Yes
# same as Italian
request-helped-no-button = 👎 No
request-helped-yes = Thank you! For other things tap 🏠 Menu.
request-helped-no = I am sorry. Request { $number } is open again. Write here what is missing.
request-closed = { $number }: the desk has closed the request. Reason: { $reason }. You can always ask again.
request-reopened = 🔄 { $number }: the request is open again.
request-edit-noted = ✏️ I have seen the change and I send it to the desk ({ $number }).
request-desk-edited =
    ✏️ { $number }: the desk has changed a message:
    { $text }

state-new = 🟡 Received
state-triaged = 🟡 Waiting
state-assigned = 🟠 Given to a person
state-in_progress = 🔵 In progress
state-waiting_person = ⏳ Waiting for the person who asked
state-waiting_other = ⏳ Waiting for another office
state-scheduled = 📅 Appointment
state-done = 🟢 Finished
state-closed = ⚫ Closed

event-sent = request sent
event-taken = a person takes it
event-released = waiting again
event-assigned = given to a colleague
event-answered = answer from the desk
event-reply_edited = answer of the desk changed
event-note_edited = note changed
event-updated = answers changed
event-added = message added
event-waiting_person = waiting for the person who asked
event-waiting_other = waiting for another office
event-scheduled = appointment proposed
event-confirmed = appointment confirmed
event-declined = appointment refused
event-done = finished
event-closed = closed
event-withdrawn = cancelled by the person who asked
event-reopened = opened again
event-offered = another desk was asked to take it
event-accepted = another desk takes it
event-refused = another desk said no
event-unanswered = no answer from the other desk
event-triaged = urgency changed
event-late = late

outcome-information = information given
outcome-meeting = meeting done
outcome-mediation = mediation done
outcome-referral = another service helps
outcome-other = other

reason-no_contact = no contact
reason-out_of_scope = the desk cannot help with this
reason-duplicate = there is already a request like this
reason-withdrawn = cancelled by the person who asked

media-voice = 🎤 voice message
media-photo = 🖼 photo
media-document = 📎 document
# same as Italian
media-video = 🎬 video
# same as Italian
media-video-note = 🎬 video
# same as Italian
media-audio = 🎵 audio
# same as Italian
media-sticker = sticker
media-animation = animation
media-location = 📍 location
media-contact = 👤 contact
media-other = attachment
