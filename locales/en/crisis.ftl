# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Help now
crisis-title =
    Are you in danger now? Call { $n112 }.
    It is free. They speak many languages. It also works without credit.
crisis-ask = What is happening? Tap a button.

crisis-topic-danger = ⚠️ Danger now
crisis-topic-violence = 🛑 Someone hurts me
crisis-topic-child = 🧒 A child in danger
crisis-topic-alone-minor = 🎒 Under 18, no family
crisis-topic-forced = 🔒 Someone forces me
crisis-topic-despair = 🌧️ I cannot go on
crisis-topic-ill = 🚑 I am very ill
crisis-topic-shelter = 🛏️ No place to sleep

crisis-card-danger =
    Call { $n112 } now. It is free, day and night.
    They speak many languages. It also works without credit.
    Say where you are: town, street, a shop nearby.
    You cannot speak? Use the app { $n112 } Where ARE U: it asks for help in silence.
crisis-card-violence =
    Are you in danger now? Call { $n112 }.
    Is someone hurting you? Are you afraid of someone? Do they want you to marry, but you do not want to? It is not your fault.
    Call { $n1522 }: free, secret, day and night. Also by chat: www.1522.eu
    They also answer in English.
    Under 18? You can also call { $n114 }.
    If you can, use a phone that nobody checks.
crisis-card-child =
    Is a child in danger now? Call { $n112 }.
    { $n114 } helps children and adults: free, day and night, in many languages.
    Are you under 18? You can also call { $n19696 }. It is not your fault.
    Do not write the child's name here. Do not send photos.
crisis-card-alone-minor =
    Are you in danger now? Call { $n112 }.
    Are you under 18 and your family is not here? In Italy you have the right to protection, a home and school. Even without documents.
    { $n114 } helps you: free, day and night, in many languages.
    You do not have to talk about your journey.
crisis-card-forced =
    Are you in danger now? Call { $n112 }.
    Is someone forcing you to work, to have sex or to beg? Did they take your documents? It is not your fault.
    { $n800290290 }: free, anonymous, day and night, in many languages.
    For work problems: { $n800939000 }, Monday to Friday, 9:30–18:00.
    If this number does not work, use another phone or call { $n112 }.
crisis-card-despair =
    Call { $n112 } now. There is help for you.
    They answer day and night, in many languages.
    With help, the pain can become less strong.
    If you can, stay near someone you trust.
    Keep dangerous things far from you.
crisis-card-ill =
    Are you very ill, or is it hard to breathe? Call { $n112 } now.
    Say where you are. An ambulance can come.
    Not serious, but you need a doctor at night or on a holiday? Call { $n116117 }.
    We cannot give medical advice here.
crisis-card-shelter =
    Are you in danger? Are you ill from the cold? Call { $n112 }.
    No place to sleep? Nothing to eat today? Ask the desk (sportello) today.
    The desk looks for help with you. It cannot promise a bed.
    Are there children with you? Tell the desk at once.
crisis-more =
    Other free numbers. They answer by day, Monday to Friday.
    { $n800901010 } UNAR: someone treats you badly because of where you come from.
    { $narci } ARCI: for people who ask for asylum and for refugees.
    If you are in danger, always call { $n112 }.

crisis-nobody-reads = Nobody reads this chat now. { $n112 }, { $n1522 } and { $n114 } answer day and night.
crisis-someone-reads = You can also write here. A person will read it.
crisis-exit-button = ✖️ Clear this screen
crisis-exit-hint = /x deletes the recent messages. To remove the whole chat: press and hold the chat in the list and choose "Delete".
crisis-neutral =
    Italian words of the day:
    il libro = book
    la finestra = window
    la mela = apple
crisis-noticed = If you are in danger, these numbers help now. I will go on with your request.
crisis-other-language-button = 🌐 Another language
crisis-back-button = ◀ Back
# same as Italian
crisis-menu-button = 🏠 Menu
