# SPDX-License-Identifier: EUPL-1.2
# review: machine
# The front door: greeting, language, privacy, menu, help, apologies.

language-name = English

bot-hello =
    👋 Hello! This is the help desk (sportello) for people from other countries.
    It is free. You can ask in your language.
bot-choose-language = 🌐 Choose your language:

bot-notice-short =
    🔒 We use your messages only to answer you. Only the people who work at the desk read them.
    Telegram is a private company and keeps the messages. For very private things, please come to the desk.
bot-notice-full =
    🔒 Privacy notice, version { $version }

    Who uses the data: the help desk of the social district Sud Est Milano (south-east of Milan). It is a public service. It does this to help you (public interest, article 6 of the GDPR, the European privacy law).
    Which data: your language, your messages, your answers. We do not ask about your residence permit (permesso di soggiorno), your religion or illnesses.
    Who sees it: only the workers who answer you. The data is locked with a key (encrypted).
    For how long: up to 12 months after the request ends.
    Telegram: it is a private company, with computers also outside Europe. If you do not want to use Telegram, you can come to the desk or call by phone.
    Your rights: you can see your data with /mydata and delete it with /forget. You can correct your data: ask the desk. You can complain to the Garante (the Italian privacy authority).
bot-notice-ok-button = 👍 All right
bot-notice-read-button = 📄 Read everything
bot-who-button = 🤖 Who are you?
bot-who-are-you =
    🤖 I am a program, not a person. I receive your request and take it to the desk.
    🧑 Then a person at the desk answers. After you send it, you see the day and time of the answer.
    ✅ The service is free. You do not need any document to ask.
bot-menu = What do you want to do?
bot-menu-school-button = 🏫 Help desk at school
bot-menu-info-button = ℹ️ Information
bot-menu-mediator-button = 🗣 Language mediator
bot-menu-requests-button = 📋 My requests
bot-menu-help-now-button = 🆘 Help now
bot-menu-language-button = 🌐 Language
bot-menu-person-button = 👤 Talk to us
bot-keys = 👇 These two buttons are always here below.
# same as Italian
bot-key-menu-button = 🏠 Menu
bot-help =
    Here is what you can do:

    🏫 /school: the desk comes to a school
    ℹ️ /info: ask a question
    🗣 /mediator: ask for a mediator (help with language)
    📋 /requests: see your requests
    👤 /person: talk to a person
    🆘 /sos: help now
    🌐 /language: change language
    🔒 /privacy: how we use your data
    ✖️ /x: leave and delete

    You can also write or speak: I take the message to the desk.
bot-unknown-command = I do not know { $command }. Tap 🏠 Menu, or write /help.
bot-did-you-mean = I do not know { $command }. Do you mean { $meant }?
bot-not-for-you = Only people who work at the desk can use this command. Tap 🏠 Menu.
bot-too-fast = ✋ You are writing very fast. I read your messages one after the other and lose none of them: please wait a moment. If you are in danger, tap 🆘.
bot-too-much = ✋ Too many messages are waiting already. I cannot keep what you write now: please write again in ten minutes. I do keep voice messages, photos and files. If you are in danger, tap 🆘.
bot-too-much-text = ✋ You have written a great deal of text today. What you write now I will read tomorrow. Voice messages and photos still arrive today. If you are in danger, tap 🆘.
bot-too-many-taps = ✋ Too many taps in a short time. Please wait a minute, then tap again. 🆘 always works.
bot-too-many-open = ✋ You already have { $count } open requests, so I cannot open another one now. Write in one of those, or close one and then send this: your answers stay here.
bot-cannot-carry = I cannot carry this message to anybody: Telegram does not let it through. Write it in your words, or send a photo, a file or a voice message.
bot-not-understood = I cannot read this message. Write, send a voice message or tap 🏠 Menu.
bot-old-button = This button is old. Here is the menu.
bot-apology = I am sorry, something went wrong. Your message is not lost: the people in charge have been told. In danger tap 🆘 or call { $n112 }.
bot-nothing-to-cancel = All right. There is nothing to stop.
bot-cancelled = All right, I have stopped everything. I have not sent anything.
bot-link-unknown = I do not know this code. Here is the menu.
bot-link-desk = 📍 Help desk in { $desk }. Your requests go here.
bot-ask-code = Write the code after the command, for example: /code MIPS11002E
bot-edit-seen = I see that you changed a message. It is not part of a request, so nothing changes.
bot-in-private = Please write to me in a private chat.
bot-sos-in-group = 🆘 In danger now? Call { $n112 }. Everybody reads here: write to me in private.
bot-mydata =
    📄 This is your data:

    Name on Telegram: { $name }
    Language: { $language }
    Privacy notice you read: { $notice }
    { PLURAL($count) ->
        [one] { $count } request
       *[other] { $count } requests
    }
    { PLURAL($messages) ->
        [one] { $messages } message, yours or from the desk
       *[other] { $messages } messages, yours and from the desk
    }
bot-mydata-json = Everything we keep about you is in this file (JSON). You can open it on a computer or a phone.
bot-mydata-wait = 📄 I already have your question. You can ask for another copy after { $at }.
bot-forget-ask =
    🗑 Do you want to delete your data?

    I delete: name, messages, answers. I also take the messages off the operators’ phones: those older than 2 days may stay there.
    For each request only a number stays, without your name, to count.
    { PLURAL($count) ->
        [0] You have no open requests.
        [one] I also stop { $count } open request.
       *[other] I also stop { $count } open requests.
    }
bot-forget-yes-button = 🗑 Yes, delete all
# same as Italian
bot-forget-no-button = ◀ No
bot-forget-staff = You work for the desk. First an administrator must remove your access with /remove.
bot-forgotten = ✅ I have deleted your data. To begin again, write /start.
bot-looks-private = ⚠️ The message looks like a document number. I have not sent it. Please do not write document numbers or children’s names here.
bot-delete-button = 🗑 Delete the message
bot-deleted = ✅ The message is gone.
bot-keep-button = ✅ It is not a document
bot-welcome = ✅ Hello { $name }! Your role is now: { $role }. Desk: { $desk }. Write /help to see the commands.
bot-invitation-used = This invitation has been used already. Ask for a new invitation.
bot-invitation-expired = This invitation has expired. Ask for a new invitation.
bot-invitation-unknown = I do not know this invitation. Ask for a new invitation.
bot-usage = Write it like this: { $grammar }
    For example: { $example }
bot-invited =
    ✅ Invitation for: { $role }. Desk: { $desk }.
    It works only once, until { $until }:
    { $link }
bot-staff = 👥 The people of the desk:
    { $list }
bot-staff-line = { $n }. { $name } · { $role } · { $desk }
bot-removed = ✅ { $name } has no access any more. { PLURAL($count) ->
        [one] { $count } request goes back to the queue.
       *[other] { $count } requests go back to the queue.
    }
bot-remove-ask = Remove the access of { $name }? This person’s open requests go back to the queue.
bot-remove-yes-button = 🗑 Yes, remove the access
bot-you-were-removed = Your access as an operator has ended. Thank you for your work. You can still use the service like everybody.
bot-last-admin = This is not possible: there must be at least one administrator.
bot-nobody-there = There is nobody with this number. Write /staff to see the numbers.
bot-no-such-desk = I do not know the desk { $desk }. There are: { $list }
bot-bound = ✅ New requests now arrive in this group, without personal data.
bot-bind-in-group = Write /bind in the operators’ group.
bot-added-to-group = 👋 Hello! An administrator can write /bind: then new requests arrive here.

role-mediator = language mediator
role-operator = operator
role-admin = administrator
desk-name-none = none

command-start = Begin again
# same as Italian
command-menu = Menu
command-school = The desk comes to a school
command-info = Ask a question
command-mediator = Ask for a language mediator
command-requests = My requests
command-person = Talk to a person
command-sos = Help now
command-language = Change language
command-privacy = How we use your data
command-whoareyou = Who are you?
command-mydata = See my data
command-forget = Delete my data
command-cancel = Stop
command-code = Code of a school
command-x = Leave and delete
command-help = Help
command-invite = Invite a colleague
command-staff = Who works at the desk
command-remove = Remove access
command-bind = Announcements in this group
