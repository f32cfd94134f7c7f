# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 立即求助
crisis-call = 有危险？打电话免费，没有话费也能打。
crisis-ask = 发生了什么事？请点一个按钮。
crisis-voice = 🎤 现在发的语音会马上送到服务窗口。

crisis-topic-danger = ⚠️ 现在有危险
crisis-topic-violence = 🛑 有人伤害我
crisis-topic-child = 🧒 孩子有危险
crisis-topic-alone-minor = 🎒 未满18岁，没有大人
crisis-topic-forced = 🔒 有人强迫我
crisis-topic-despair = 🌧️ 我撑不下去了
crisis-topic-ill = 🚑 病得很重
crisis-topic-shelter = 🛏️ 没有地方睡觉

crisis-line-danger = 请说您在哪里：城市、街道。
crisis-line-violence = { $n1522 }：暴力求助，24 小时。
crisis-line-child = { $n114 }：儿童求助，24 小时。
crisis-line-alone-minor = { $n114 }：如果你未满18岁。
crisis-line-forced = { $n800290290 }：如果有人强迫您。
crisis-line-despair = 有人可以帮您，24 小时。
crisis-line-ill = 病得很重？请说您在哪里。
crisis-line-shelter = 没地方睡、没东西吃？请告诉服务窗口。

crisis-also-danger = 不方便说话？请用应用“{ $n112 } Where ARE U”。
crisis-also-violence = 这不是您的错。在这里写不等于报案。
crisis-also-child = 这不是正式举报：不写名字，也不要盘问孩子。
crisis-also-alone-minor = 你有权得到住处，也有权上学。
crisis-also-forced = 这不是您的错。在这里写不等于报案。
crisis-also-despair = 有人伤害您吗？也可以拨打 { $n1522 }。
crisis-also-ill = 我们在这里不能提供医疗建议。
crisis-also-shelter = 我们不能保证有床位。
crisis-not-report = 这不是报案，也不是正式举报。

crisis-unread = 还没有人看过。要请工作人员看吗？
crisis-offer = 还没有人知道。您需要工作人员吗？
crisis-nobody-reads = 现在没有人看：{ $n112 }、{ $n1522 }、{ $n114 } 有人接听。
crisis-limits = 看的人有时必须通知别人。{ $n1522 }：不说名字也行。
crisis-is-it-now = 服务窗口还没有打开这条消息。这是现在要求助吗？
crisis-sent = ✅ { $number }：已作为紧急事送到服务窗口。
crisis-sent-unread = 还没有人看过。
crisis-soft = 您有危险吗？这里有马上接听的号码：

crisis-yes-button = 🙋 是，让工作人员看
crisis-later-button = 🙋 要，等开门后
crisis-now-button = 🆘 是，现在求助
crisis-more-button = ➕ 更多
# same as Italian
crisis-other-language-button = 🌐 বাংলা · اردو · ਪੰਜਾਬੀ · ትግርኛ · …
crisis-back-button = ◀ 返回
crisis-exit-button = ✖️ 退出并删除
crisis-menu-button = 🏠 菜单

crisis-more-danger =
    请马上拨打 { $n112 }。免费，白天夜里都有人接。
    可以用多种语言交谈。手机没有话费也能打。
    请说您在哪里：城市、街道、附近的商店。
    不方便说话？请用手机应用 { $n112 } Where ARE U，不出声也能求助。
crisis-more-violence =
    您现在有危险吗？请拨打 { $n112 }。
    有人伤害您吗？您害怕某个人吗？有人逼您结婚吗？这不是您的错。
    请拨打 { $n1522 }：暴力求助。免费、保密，24 小时有人接听。也可以用文字在线咨询：www.1522.eu
    接通后，可以问有没有人会说您的语言。
    您未满18岁吗？也可以拨打 { $n114 }。
    如果可以，请用别人不会查看的手机。
crisis-more-child =
    有孩子现在有危险吗？请拨打 { $n112 }。
    { $n114 } 帮助孩子和大人：免费，白天夜里都有人接，有多种语言。
    你未满18岁吗？也可以拨打 { $n19696 }。这不是你的错。
    请不要在这里写孩子的名字。请不要发照片。
    您在学校工作吗？请今天告诉校长。
crisis-more-alone-minor =
    你现在有危险吗？请拨打 { $n112 }。
    你未满18岁，家人不在这里吗？在意大利，你有权得到保护，有地方住，能上学。没有证件也一样。
    { $n114 } 可以帮助你：免费，白天夜里都有人接，有多种语言。
    你不用讲你是怎么来的。
crisis-more-forced =
    您现在有危险吗？请拨打 { $n112 }。
    有人强迫您干活、发生性行为或乞讨吗？有人拿走了您的证件吗？这不是您的错。
    { $n800290290 }：免费、匿名，白天夜里都有人接，有多种语言。
    工作方面的问题：{ $n800939000 }，周一到周五，9:30–18:00。
    如果这个号码打不通，请换一部电话，或拨打 { $n112 }。
crisis-more-despair =
    您在想死或伤害自己吗？请现在拨打 { $n112 }。您并不孤单，有人可以帮您。
    白天夜里都有人接，有多种语言。
    有人伤害您吗？也可以拨打 { $n1522 }。
crisis-more-ill =
    病得很重或呼吸困难吗？请马上拨打 { $n112 }。
    请说您在哪里。救护车可以过来。
    病情不严重，但夜里或节假日需要医生？请拨打 { $n116117 }。
    我们在这里不能提供医疗建议。
crisis-more-shelter =
    您有危险吗？冻得不舒服吗？请拨打 { $n112 }。
    没有地方睡觉吗？今天没有东西吃吗？请告诉服务窗口（sportello）。
    服务窗口会和您一起想办法。我们不能保证有床位。
    您带着孩子吗？请马上说。
crisis-more =
    其他免费号码。周一到周五白天有人接。
    { $n800901010 } UNAR：有人因为您的出身对您不好。
    { $narci } ARCI：帮助申请庇护的人和难民。
    有危险时，请一定拨打 { $n112 }。
crisis-exit-hint = “退出并删除”（或 /x）会删除最近的消息。要删除整个聊天：请在列表中长按这个聊天，然后选“删除”（Elimina / Delete）。

crisis-neutral =
    今天的意大利语单词：
    il libro = 书
    la finestra = 窗户
    la mela = 苹果
