# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Help now
crisis-call = In danger? Calling is free, also without credit.
crisis-ask = What is happening? Tap a button.
crisis-voice = 🎤 A voice message sent now goes to the desk at once.

crisis-topic-danger = ⚠️ Danger now
crisis-topic-violence = 🛑 Someone is hurting me
crisis-topic-child = 🧒 A child in danger
crisis-topic-alone-minor = 🎒 Under 18, no family
crisis-topic-forced = 🔒 Someone is forcing me
crisis-topic-despair = 🌧️ I cannot go on
crisis-topic-ill = 🚑 I am very ill
crisis-topic-shelter = 🛏️ No place to sleep

crisis-line-danger = Say where you are: town, street.
crisis-line-violence = { $n1522 }: violence, day and night.
crisis-line-child = { $n114 }: children, day and night.
crisis-line-alone-minor = { $n114 }: if you are under 18.
crisis-line-forced = { $n800290290 }: if someone forces you.
crisis-line-despair = There is help, day and night.
crisis-line-ill = Very ill? Say where you are.
crisis-line-shelter = No bed or food? Tell the desk.

crisis-also-danger = You cannot speak? Use the app "{ $n112 } Where ARE U".
crisis-also-violence = It is not your fault. Writing here is not a police report.
crisis-also-child = This is not an official report: no names, do not question the child.
crisis-also-alone-minor = You have the right to a place to live and to school.
crisis-also-forced = It is not your fault. Writing here is not a police report.
crisis-also-despair = Is someone hurting you? Call { $n1522 } too.
crisis-also-ill = We cannot give medical advice here.
crisis-also-shelter = We cannot promise a bed.
crisis-not-report = This is not a police report or an official report.

crisis-unread = Nobody has read this yet. Shall a person read it?
crisis-offer = Nobody knows yet. Do you want a person from the desk?
crisis-nobody-reads = Nobody is reading now: { $n112 }, { $n1522 } and { $n114 } answer.
crisis-limits = Whoever reads may have to tell others. { $n1522 }: no name needed.
crisis-is-it-now = The desk has not opened this yet. Is it for help now?
crisis-sent = ✅ { $number }: it is at the desk, marked urgent.
crisis-sent-unread = Nobody has read it yet.
crisis-soft = Are you in danger? Here are the numbers that answer at once:

crisis-yes-button = 🙋 Yes, a person
crisis-later-button = 🙋 Yes, when it opens
crisis-now-button = 🆘 Yes, help now
crisis-more-button = ➕ More
# same as Italian
crisis-other-language-button = 🌐 বাংলা · اردو · ਪੰਜਾਬੀ · ትግርኛ · …
crisis-back-button = ◀ Back
crisis-exit-button = ✖️ Leave and delete
# same as Italian
crisis-menu-button = 🏠 Menu

crisis-more-danger =
    Call { $n112 } now. It is free, day and night.
    They speak many languages. It also works without credit.
    Say where you are: town, street, a shop nearby.
    You cannot speak? Use the app { $n112 } Where ARE U: you can ask for help without talking.
crisis-more-violence =
    Are you in danger now? Call { $n112 }.
    Is someone hurting you? Are you afraid of someone? Is someone forcing you to marry? It is not your fault.
    Call { $n1522 }: help against violence. Free, confidential, day and night. Also by chat: www.1522.eu
    They also answer in English.
    Under 18? You can also call { $n114 }.
    If you can, use a phone that nobody checks.
crisis-more-child =
    Is a child in danger now? Call { $n112 }.
    { $n114 } helps children and adults: free, day and night, in many languages.
    Are you under 18? You can also call { $n19696 }. It is not your fault.
    Do not write the child's name here. Do not send photos.
    Do you work at a school? Tell the head teacher today.
crisis-more-alone-minor =
    Are you in danger now? Call { $n112 }.
    Are you under 18 and your family is not here? In Italy you have the right to protection, a place to live and school. Even without documents.
    { $n114 } helps you: free, day and night, in many languages.
    You do not have to talk about your journey.
crisis-more-forced =
    Are you in danger now? Call { $n112 }.
    Is someone forcing you to work, to have sex or to beg? Did they take your documents? It is not your fault.
    { $n800290290 }: free, anonymous, day and night, in many languages.
    For work problems: { $n800939000 }, Monday to Friday, 9:30–18:00.
    If this number does not work, use another phone or call { $n112 }.
crisis-more-despair =
    Do you think about dying or about hurting yourself? Call { $n112 } now. There is help for you.
    They answer day and night, in many languages.
    Is someone hurting you? You can also call { $n1522 }.
crisis-more-ill =
    Are you very ill, or is it hard to breathe? Call { $n112 } now.
    Say where you are. An ambulance can come.
    Not serious, but you need a doctor at night or on a holiday? Call { $n116117 }.
    We cannot give medical advice here.
crisis-more-shelter =
    Are you in danger? Are you ill from the cold? Call { $n112 }.
    No place to sleep? Nothing to eat today? Tell the desk (sportello).
    The desk looks for help with you. It cannot promise a bed.
    Are there children with you? Tell the desk at once.
crisis-more =
    Other free numbers. They answer by day, Monday to Friday.
    { $n800901010 } UNAR: someone treats you badly because of where you come from.
    { $narci } ARCI: for people who ask for asylum and for refugees.
    If you are in danger, always call { $n112 }.
crisis-exit-hint = "Leave and delete" (or /x) deletes the recent messages. To remove the whole chat: press and hold the chat in the list and choose "Delete" or "Elimina".

crisis-neutral =
    Italian words of the day:
    il libro = book
    la finestra = window
    la mela = apple
