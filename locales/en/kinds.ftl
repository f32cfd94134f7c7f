# SPDX-License-Identifier: EUPL-1.2
# review: machine
# The words of bot.toml: kinds of request, their questions and choices, topics, varieties, levels.

kind-school = 🏫 Help desk at school
kind-info = ℹ️ Information
kind-mediator = 🗣 Language mediator

school-who = Who are you?
    .short = Who asks
    .parent = 👪 A parent
    .teacher = 👩‍🏫 I work at a school
    .pupil = 🎒 A student
school-town = In which town is the school? Tap the name, or write it.
    .short = Town
school-level = What kind of school is it?
    .short = Kind of school
school-school = Which school? Tap the name, or write the name.
    .short = School
school-name = What is the school called? Write the name and the street.
    .short = Name of the school
school-reasons = What do you want to talk about? You can tap more than one answer.
    .short = To talk about
    .meet = 🤝 Meet the teachers
    .enrol = 📝 Enrol at school
    .notices = 📄 Understand school letters
    .language = 💬 Learn Italian
    .services = 🏠 Services for families
school-languages = In which languages? You can tap more than one, or write.
    .short = Languages
school-when = When can you come? You can tap more than one answer.
    .short = When
    .morning = 🌅 Morning, when school starts
    .afternoon = 🌇 When school ends
    .evening = 🌙 In the evening
school-role = What is your job at the school?
    .short = Job
    .teacher = Teacher
    .referent = Intercultural contact person
    .secretary = School office
    .head = Head teacher
school-families = How many families will come? Write a number, for example 12.
    .short = Families
# same as Italian
school-room = Is there a room to talk in?
    .short = Room
    .yes = Yes
    .no = No
    .unknown = I do not know
school-dates = On which days? Tap up to 3 days, or write: 15/12.
    .short = Days
school-more = Do you want to say anything else? Write or speak. Do not write children’s names.
    .short = Anything else

info-topic = What do you need? Tap an answer, or write or speak right away.
    .short = Topic
info-question = What do you want to know? Write, or send a voice message.
    .short = Question
info-town = In which town do you live? Then the desk near you can answer.
    .short = Town

mediator-about = What do you need the mediator for?
    .short = For
    .school = 🏫 School
    .health = 🏥 Health
    .desk = 🪪 The help desk
    .social = 🤝 Social services
    .other = ❓ Other
mediator-town = In which town is the meeting?
    .short = Town
mediator-place = Where and with whom is the meeting? For example: Sarti school, with the teacher.
    .short = Where
mediator-language = Which language do you speak? Tap, or write.
    .short = Language
mediator-variety = Which kind of this language do you speak? Tap the place.
    .short = Kind of language
mediator-days = Which days are good for you? You can tap more than one day.
    .short = Days
    .any = Every day
    .mon = Monday
    .tue = Tuesday
    .wed = Wednesday
    .thu = Thursday
    .fri = Friday
mediator-mode = How do you want to talk?
    .short = How
    .person = 🧑 In person
    .phone = 📞 By phone
    .either = Both are fine
mediator-gender = Do you prefer a woman or a man as mediator?
    .short = Woman or man
    .woman = A woman
    .man = A man
    .any = Both are fine
mediator-circle = Can it be someone who knows you?
    .short = Knows you
    .stranger = No, it must be another person
    .any = Yes, that is fine

topic-documents = 🪪 Documents
topic-school = 🏫 School and children
topic-italian = 🗣️ Italian language
topic-youth = 🧑‍🎤 Young people
topic-health = 🏥 Health
topic-work = 🧰 Work
topic-housing = 🏠 Housing
topic-money = 💶 Money and support
topic-family = 👪 Family
topic-community = 🤝 Life in Italy
topic-mediator = 💬 Language mediator
topic-crisis = 🆘 Help now
topic-other = ❓ Other

level-nursery = Nursery school, 3-6 years
level-primary = Primary school, 6-11 years
level-lower = Middle school, 11-14 years
level-upper = High school, 14-19 years
level-adult = School for adults (CPIA)

variety-ar_egypt = Egypt
variety-ar_morocco = Morocco
# same as Italian
variety-ar_tunisia = Tunisia
variety-ar_levant = Syria, Lebanon, Palestine
variety-zh_mandarin = Mandarin
# same as Italian
variety-zh_wenzhou = Wenzhou
# same as Italian
variety-pa_india = Punjab, India
# same as Italian
variety-pa_pakistan = Punjab, Pakistan
# same as Italian
variety-bn_standard = Bangla
# same as Italian
variety-bn_sylhet = Sylhet
variety-any = It does not matter
