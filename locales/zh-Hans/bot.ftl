# SPDX-License-Identifier: EUPL-1.2
# review: machine
# The front door: greeting, language, privacy, menu, help, apologies.

language-name = 简体中文

bot-hello =
    👋 您好！这里是帮助外国居民的服务窗口（sportello）。
    免费。您可以用自己的语言提问。
bot-choose-language = 🌐 请选择您的语言：

bot-notice-short =
    🔒 我们只用您的消息来回答您。只有服务窗口的工作人员会看。
    Telegram 是一家私人公司，会保存消息。很私人的事情，请到服务窗口来说。
bot-notice-full =
    🔒 隐私说明，版本 { $version }

    谁使用数据：Sud Est Milano（米兰东南）社会服务区的服务窗口，这是公共服务。目的是帮助您（公共利益，GDPR 第 6 条。GDPR 是欧洲数据保护法）。
    哪些数据：语言、消息、您对问题的回答。我们不问居留证（permesso di soggiorno）、宗教和疾病。
    谁能看到：只有回答您的工作人员。数据用密钥锁住（加密）。
    保存多久：请求结束后最多 12 个月。
    Telegram：是一家私人公司，有些电脑在欧洲以外。如果您不想用 Telegram，可以来服务窗口或打电话。
    您的权利：您可以用 /mydata 查看数据，用 /forget 删除数据。您可以更正数据：请告诉服务窗口。您可以向 Garante per la privacy（意大利数据保护机构）投诉。
bot-notice-ok-button = 👍 好的
bot-notice-read-button = 📄 阅读全文
bot-who-button = 🤖 这是什么？
bot-who-are-you =
    🤖 我是一个程序，不是人。我接收您的请求，转交给服务窗口。
    🧑 然后由服务窗口的工作人员回答。发送后，您会看到回答的日期和时间。
    ✅ 服务免费。提问不需要任何证件。
bot-menu = 您想做什么？
bot-menu-school-button = 🏫 服务窗口到学校
bot-menu-info-button = ℹ️ 信息
bot-menu-mediator-button = 🗣 语言文化调解员
bot-menu-requests-button = 📋 我的请求
bot-menu-help-now-button = 🆘 立即求助
bot-menu-language-button = 🌐 语言
bot-menu-person-button = 👤 联系我们
bot-keys = 👇 这两个按钮一直在下面。
bot-key-menu-button = 🏠 菜单
bot-help =
    您可以这样做：

    🏫 /school：服务窗口到学校来
    ℹ️ /info：提问题
    🗣 /mediator：请语言文化调解员（帮助语言沟通的人）
    📋 /requests：查看您的请求
    👤 /person：和工作人员交谈
    🆘 /sos：立即求助
    🌐 /language：更换语言
    🔒 /privacy：我们怎样使用您的数据
    ✖️ /x：退出并删除

    您也可以直接写字或说话：我会把消息转交给服务窗口。
bot-unknown-command = 我不认识 { $command }。请点 🏠 菜单，或写 /help。
bot-did-you-mean = 我不认识 { $command }。您是想用 { $meant } 吗？
bot-not-for-you = 这个命令只给工作人员用。请点 🏠 菜单。
bot-too-fast = ✋ 您发得很快。我会一条一条地读您的消息，一条也不会丢：请稍等。如果您有危险，请点 🆘。
bot-too-much = ✋ 等待的消息已经太多了。您现在写的内容我无法保存：请十分钟后再写。语音消息、照片和文件我会保存。如果您有危险，请点 🆘。
bot-too-much-text = ✋ 您今天写的文字已经非常多了。您现在写的内容我明天再读。语音消息和照片今天仍会送到。如果您有危险，请点 🆘。
bot-too-many-taps = ✋ 短时间内点击太多。请等一分钟再点。🆘 随时可用。
bot-too-many-open = ✋ 您已经有 { $count } 个未结束的请求，现在不能再开新的。请在其中一个里写，或者先结束一个再发送这个：您的回答会留在这里。
bot-cannot-carry = 这条消息我无法转给任何人：Telegram 不让它通过。请用您自己的话写下来，或发照片、文件或语音。
bot-not-understood = 我看不懂这条消息。请写字、发语音，或点 🏠 菜单。
bot-old-button = 这个按钮旧了。这是现在的菜单。
bot-apology = 抱歉，出了问题。您的消息没有丢：已通知负责人。有危险时，请点 🆘 或拨打 { $n112 }。
bot-nothing-to-cancel = 好的。现在没有要停止的事。
bot-cancelled = 好的，已全部停止。我没有发送任何内容。
bot-link-unknown = 我不认识这个代码。这是菜单。
bot-link-desk = 📍 { $desk } 服务窗口。您的请求会送到这里。
bot-ask-code = 请在命令后面写代码，例如：/code MIPS11002E
bot-edit-seen = 我看到您改了一条消息。它不属于任何请求，所以没有影响。
bot-in-private = 请私下给我写消息。
bot-sos-in-group = 🆘 现在有危险吗？请打 { $n112 }。这里所有人都看得到：请私下给我写。
bot-mydata =
    📄 这是您的数据：

    Telegram 名字：{ $name }
    语言：{ $language }
    已读的隐私说明：{ $notice }
    { PLURAL($count) ->
       *[other] { $count } 个请求
    }
    { PLURAL($messages) ->
       *[other] { $messages } 条消息（您的和服务窗口的）
    }
bot-mydata-json = 我们保存的关于您的全部数据都在这个文件里（JSON）。用电脑或手机可以打开。
bot-mydata-wait = 📄 我已经收到您的请求。{ $at } 以后可以再要一份。
bot-forget-ask =
    🗑 您要删除您的数据吗？

    我会删除：姓名、消息、回答。也会从工作人员的手机上删除消息：超过2天的消息可能还在那里。
    每个请求只留下一个编号，没有您的名字，只用于统计。
    { PLURAL($count) ->
        [0] 您没有进行中的请求。
       *[other] 同时停止 { $count } 个进行中的请求。
    }
bot-forget-yes-button = 🗑 是，全部删除
bot-forget-no-button = ◀ 不删除
bot-forget-staff = 您在服务窗口工作。要先由管理员用 /remove 取消您的权限。
bot-forgotten = ✅ 我已删除您的数据。要重新开始，请写 /start。
bot-looks-private = ⚠️ 这条消息像是证件号码。我没有发送。请不要在这里写证件号码或孩子的名字。
bot-delete-button = 🗑 删除这条消息
bot-deleted = ✅ 消息已删除。
bot-keep-button = ✅ 不是证件号码
bot-welcome = ✅ { $name }，您好！您现在的身份是：{ $role }。服务窗口：{ $desk }。写 /help 查看命令。
bot-invitation-used = 这个邀请已经用过。请索取新的邀请。
bot-invitation-expired = 这个邀请已过期。请索取新的邀请。
bot-invitation-unknown = 我不认识这个邀请。请索取新的邀请。
bot-usage = 写法：{ $grammar }
    例如：{ $example }
bot-invited =
    ✅ 邀请身份：{ $role }。服务窗口：{ $desk }。
    只能用一次，有效期到 { $until }：
    { $link }
bot-staff = 👥 服务窗口的工作人员：
    { $list }
bot-staff-line = { $n }. { $name } · { $role } · { $desk }
bot-removed = ✅ { $name } 不再有权限。{ PLURAL($count) ->
       *[other] { $count } 个请求回到队列。
    }
bot-remove-ask = 要取消 { $name } 的权限吗？此人手上未完成的请求会回到队列。
bot-remove-yes-button = 🗑 是，取消权限
bot-you-were-removed = 您的工作人员权限已结束。感谢您的工作。您仍可像大家一样使用这项服务。
bot-last-admin = 不可以：至少要有一位管理员。
bot-nobody-there = 没有人用这个编号。写 /staff 查看编号。
bot-no-such-desk = 我不认识服务窗口 { $desk }。现有的是：{ $list }
bot-bound = ✅ 新请求会发到这个群，不含个人数据。
bot-bind-in-group = 请在工作人员的群里写 /bind。
bot-added-to-group = 👋 您好！管理员可以写 /bind：新请求就会发到这里。

role-mediator = 语言文化调解员
role-operator = 工作人员
role-admin = 管理员
desk-name-none = 无

command-start = 重新开始
command-menu = 菜单
command-school = 服务窗口到学校来
command-info = 提问题
command-mediator = 请语言文化调解员
command-requests = 我的请求
command-person = 和工作人员交谈
command-sos = 立即求助
command-language = 更换语言
command-privacy = 我们怎样使用您的数据
command-whoareyou = 这是什么程序？
command-mydata = 查看我的数据
command-forget = 删除我的数据
command-cancel = 停止
command-code = 学校代码
command-x = 退出并删除
command-help = 帮助
command-invite = 邀请同事
command-staff = 谁在服务窗口工作
command-remove = 取消权限
command-bind = 在这个群里发通知
