# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 立即求助
crisis-title =
    您现在有危险吗？请拨打 { $n112 }。
    免费。可以用多种语言交谈。手机没有话费也能打。
crisis-ask = 发生了什么事？请点一个按钮。

crisis-topic-danger = ⚠️ 现在有危险
crisis-topic-violence = 🛑 有人伤害我
crisis-topic-child = 🧒 孩子有危险
crisis-topic-alone-minor = 🎒 未满18岁，身边没大人
crisis-topic-forced = 🔒 有人强迫我
crisis-topic-despair = 🌧️ 我撑不下去了
crisis-topic-ill = 🚑 病得很重
crisis-topic-shelter = 🛏️ 没有地方睡觉

crisis-card-danger =
    请马上拨打 { $n112 }。免费，白天夜里都有人接。
    可以用多种语言交谈。手机没有话费也能打。
    请说您在哪里：城市、街道、附近的商店。
    不方便说话？请用手机应用 { $n112 } Where ARE U，不出声也能求助。
crisis-card-violence =
    您现在有危险吗？请拨打 { $n112 }。
    有人伤害您吗？您害怕某个人吗？有人逼您结婚吗？这不是您的错。
    请拨打 { $n1522 }：免费、保密，白天夜里都有人接。也可以上网聊天：www.1522.eu
    接通后，可以问有没有人会说您的语言。
    您未满18岁吗？也可以拨打 { $n114 }。
    如果可以，请用别人不会查看的手机。
crisis-card-child =
    有孩子现在有危险吗？请拨打 { $n112 }。
    { $n114 } 帮助孩子和大人：免费，白天夜里都有人接，有多种语言。
    你未满18岁吗？也可以拨打 { $n19696 }。这不是你的错。
    请不要在这里写孩子的名字。请不要发照片。
crisis-card-alone-minor =
    你现在有危险吗？请拨打 { $n112 }。
    你未满18岁，家人不在这里吗？在意大利，你有权得到保护，有地方住，能上学。没有证件也一样。
    { $n114 } 可以帮助你：免费，白天夜里都有人接，有多种语言。
    你不用讲你是怎么来的。
crisis-card-forced =
    您现在有危险吗？请拨打 { $n112 }。
    有人强迫您干活、发生性行为或乞讨吗？有人拿走了您的证件吗？这不是您的错。
    { $n800290290 }：免费、匿名，白天夜里都有人接，有多种语言。
    工作方面的问题：{ $n800939000 }，周一到周五，9:30–18:00。
    如果这个号码打不通，请换一部电话，或拨打 { $n112 }。
crisis-card-despair =
    请现在拨打 { $n112 }。您并不孤单，有人可以帮您。
    白天夜里都有人接，有多种语言。
    有了帮助，痛苦可以减轻。
    如果可以，请待在您信任的人身边。
    请把危险的东西放远一点。
crisis-card-ill =
    病得很重或呼吸困难吗？请马上拨打 { $n112 }。
    请说您在哪里。救护车可以过来。
    病情不严重，但夜里或节假日需要医生？请拨打 { $n116117 }。
    我们在这里不能提供医疗建议。
crisis-card-shelter =
    您有危险吗？冻得不舒服吗？请拨打 { $n112 }。
    没有地方睡觉吗？今天没有东西吃吗？请今天就联系服务窗口（sportello）。
    服务窗口会和您一起想办法。我们不能保证有床位。
    您带着孩子吗？请马上说。
crisis-more =
    其他免费号码。周一到周五白天有人接。
    { $n800901010 } UNAR：有人因为您的出身对您不好。
    { $narci } ARCI：帮助申请庇护的人和难民。
    有危险时，请一定拨打 { $n112 }。

crisis-nobody-reads = 现在没有人看这个聊天。{ $n112 }、{ $n1522 } 和 { $n114 } 白天夜里都有人接。
crisis-someone-reads = 您也可以在这里写。会有人看。
crisis-exit-button = ✖️ 清除屏幕
crisis-exit-hint = /x 会删除最近的消息。要删除整个聊天：请在列表中长按这个聊天，然后选“删除”。
crisis-neutral =
    今天的意大利语单词：
    il libro = 书
    la finestra = 窗户
    la mela = 苹果
crisis-noticed = 如果您有危险，这些号码现在就能帮助您。我会继续处理您的请求。
crisis-other-language-button = 🌐 其他语言
crisis-back-button = ◀ 返回
crisis-menu-button = 🏠 菜单
