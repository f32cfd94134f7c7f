# SPDX-License-Identifier: EUPL-1.2
# review: machine
# What operators read.

# same as Italian
desk-line = P{ $priority } · { $kind } · { $language } · { $town } · { $number }
desk-no-town = –
desk-line-state = { $state } · 最晚 { $until }
desk-queue-line =
    { $line }
    { $state } · { $age } { $late }
desk-age-minutes = { $count } 分钟
desk-age-hours = { $count } 小时
desk-age-days = { PLURAL($count) ->
       *[other] { $count } 天
    }
desk-is-late = ⚠️ 已逾期
desk-on-time = ✓
desk-queue = 📋 队列，第 { $page } 页
desk-queue-empty = 📋 这里没有内容。工作顺利！
desk-queue-word = 我不明白“{ $word }”。例如：/queue mine、/queue late、/queue ar、/queue san_donato 2
desk-nothing-next = ✅ 没有等待的请求。工作顺利！
desk-card =
    { $line }
    📍 { $desk } · { $state }
    📨 { $sent }
    ⏰ 最晚 { $until }
desk-card-person = 👤 { $name } · 语言：{ $language }
desk-card-erased = 👤 本人的数据已经没有了。
desk-card-unreachable = 🚫 消息送不到：本人已屏蔽机器人。
desk-card-activation = 🏫 这所学校：家长 { $parents }，校方 { $teachers }，学生 { $pupils }。
desk-card-offer = ➡️ 已请 { $desk } 服务窗口接手。
desk-card-refused = ↩️ 对方服务窗口已拒绝。
desk-card-unanswered = ↩️ 对方服务窗口没有按时回答。
desk-thread-person = 👤 { $at }：{ $text }
desk-thread-desk = 💬 { $at }：{ $text }
desk-thread-note = 📝 { $at }：{ $text }
desk-thread-event = · { $at }：{ $event }
desk-changed = { $first } ✏️ { $last }
desk-no-such-request = 找不到请求 { $number }。
desk-taken-by-you = ✅ { $number } 现在归您。要回答，请回复这条消息。
desk-taken-by-seconds = { $number }：{ $name } 已接手，{ PLURAL($count) ->
       *[other] { $count } 秒前
    }。
desk-taken-by-minutes = { $number }：{ $name } 已接手，{ PLURAL($count) ->
       *[other] { $count } 分钟前
    }。
desk-yours-already = { $number } 已经归您。
desk-nobody-has-it = { $number }：请先用 /take 接手。
desk-over = { $number } 已结束。要重新打开：/reopen
desk-not-over = { $number } 还没结束。
desk-too-late = { $number } 结束已超过 30 天：需要新的请求。
desk-no-offer = { $number }：没有待接受的转交。
desk-offer-old = 这个按钮旧了：{ $number } 已经变了。我没有做任何改动。要查看：/show
desk-offer-waits = { $number }：已在等 { $desk } 服务窗口回答。
desk-same-desk = { $number } 已在这个服务窗口。
desk-released = ↩️ { $number } 回到队列。
desk-reply-ask = ✍️ 请现在写字或说话：消息会发给本人（{ $number }）。要停止：/cancel
desk-note-ask = 📝 请写 { $number } 的备注。本人看不到。要停止：/cancel
desk-replied = ✅ 已发给本人（{ $number }）。
desk-noted = 📝 备注已写好（{ $number }）。
desk-not-changed = ✋ { $number }：修改没有生效。只有请求还开着、而且由您负责时，才能改消息。请另写一条新消息。
desk-note-erased = 📝 { $number }：备注没有写入。此人的资料已经没有了，不能再保存关于此人的任何内容。
desk-where-to = 消息发给谁？请回复该请求的一条消息，或写：/reply 1042 内容
desk-from-person =
    👤 { $number } · { $language }
    { $text }
desk-media-from-person = 👤 { $number } · { $language } · { $what }
desk-person-edited =
    ✏️ { $number }：本人改了一条消息：
    { $text }
desk-assign-whom = { $number } 交给谁？
desk-assigned = ✅ { $number } 已交给 { $name }。
desk-assign-sure = 把 { $number } 交给这位同事吗？{ $name }
desk-colleague-away = { $name } · 不在
desk-colleague-admin = { $name } · { $role }
desk-colleague-gone = 这个按钮旧了：此人已不在服务窗口工作。我没有做任何改动。
desk-assigned-to-you = 📥 { $name } 把 { $number } 交给您。
desk-transfer-where = { $number } 转到哪个服务窗口？
desk-offered = ➡️ { $number }：已请 { $desk } 服务窗口接手。{ $until } 之前没有回答，就回到这里。
desk-offer-to-you =
    📨 { $desk } 服务窗口请您接手：
    { $line }
desk-accepted = ✅ { $number }：现在归 { $desk } 服务窗口。
desk-refuse-why = 为什么不接？请点按钮或写：/refuse { $number } 原因
desk-refused = ↩️ { $number }：{ $desk } 服务窗口拒绝了。原因：{ $reason }
desk-unanswered = ↩️ { $number }：{ $desk } 服务窗口没有回答。回到队列。
desk-wait-whom = { $number }：在等谁？
desk-waits = { $number }：{ $state }
desk-schedule-day = 📅 { $number }：哪一天？
desk-schedule-time = 📅 { $number }：{ $day }。几点？也可以写：15:30
desk-has-appointment = 📅 { $number } 已有预约：{ $at }。您可以改期（/schedule）、转给同事（/assign）或关闭（/close）。
desk-schedule-unread = 看不懂日期或时间，或者时间已过。例如：/schedule 1042 27/11 15:30
desk-scheduled = 📅 { $number }：已提出 { $at }。现在等本人同意。
desk-schedule-closed = ⚠️ 那个时间服务窗口不开。预约保留：请检查。
desk-person-yes = ✅ { $number }：本人 { $at } 会来。
desk-person-no = ❌ { $number }：本人 { $at } 不能来。请提出另一天。
desk-appointment-near = ⏰ { $number }：预约 { $at }。
desk-done-how = { $number }：结果怎样？
desk-done = 🟢 { $number }：{ $outcome }。
desk-close-why = { $number }：为什么关闭？
desk-closed = ⚫ { $number }：已关闭。{ $reason }。
desk-reopened = 🔄 { $number } 已重新打开，归您。
desk-person-withdrew = 🗑 { $number }：本人取消了请求。
desk-person-not-helped = 👎 { $number }：本人说没有帮助。已重新打开。
desk-priority-how = { $number }：有多紧急？
desk-priority-set = { $number }：现在是 P{ $priority }。
desk-here = 📍 您在 { $desk } 服务窗口，到 { $until }。新请求会先发给您。
desk-here-where = 您今天在哪个服务窗口？
desk-away = 👋 好的，您现在是离开状态。要回来：/here
desk-stats =
    📊 最近 7 天：新请求 { $opened }，已回答 { $answered }，已结束 { $ended }。
    现在：进行中 { $open }，逾期 { $late }。
    🆘 打开 { PLURAL($taps) ->
       *[other] { $taps } 次
    }。
    { $list }
desk-stats-line = { $desk } · { $kind } · { $state }：{ $count }
desk-undelivered = ⚠️ { $number }：消息没有送到。{ $why }
desk-not-passed = ⚠️ { $number }：Telegram 没有让一条消息或一个附件传给您。请用 /show 查看。如果没有，请让对方改发照片、文件或文字。
undelivered-blocked = 本人已屏蔽机器人。
undelivered-deactivated = 这个 Telegram 账号已不存在。
undelivered-not-found = Telegram 找不到这个聊天。
undelivered-gone = 消息已经没有了。
undelivered-other = Telegram 拒绝了这条消息。
desk-person-left = 🚫 { $number }：本人已屏蔽机器人。如果本人回来，请求继续。
desk-more-new = 📥 一分钟内又有 { $count } 个新请求：/queue
desk-set-aside = ⚠️ 我读不了一条消息，已经放到一边。本人已知道。请告诉负责程序的人。
desk-alarm-set-aside = ⚠️ 我读不了一个提醒：已把它放到一边。请告诉负责程序的人。
desk-help =
    工作人员的命令：
    { $list }

    要回答某个人：请回复这个人的一条消息。
desk-help-line = { $command } · { $does }

desk-take-button = ✋ 我来接
desk-show-button = 👁 查看
desk-reply-button = 💬 回答
desk-note-button = 📝 备注
desk-release-button = ↩️ 放回队列
desk-assign-button = 👥 交给…
desk-transfer-button = ➡️ 转交
desk-wait-button = ⏳ 等待
desk-schedule-button = 📅 预约
desk-done-button = 🟢 完成
desk-close-button = ⚫ 关闭
desk-reopen-button = 🔄 重新打开
desk-priority-button = ❗ 紧急程度
desk-accept-button = ✅ 我们接
desk-refuse-button = ❌ 不接
desk-wait-person-button = 等本人
desk-wait-other-button = 等其他部门
desk-previous-button = ◀
desk-next-button = ▶
desk-mine-button = 我的
desk-free-button = 没人接的
desk-late-button = 逾期的
desk-all-button = 全部
desk-refuse-busy-button = 工作太多
desk-refuse-wrong-button = 不归我们
refuse-busy = 工作太多
refuse-wrong = 不归我们
desk-day-label = { $day }
desk-time-label = { $time }

command-queue = 队列
command-next = 接下一个请求
command-take = 接一个请求
command-release = 放回队列
command-show = 查看请求
command-reply = 回答本人
command-note = 写内部备注
command-assign = 交给同事
command-transfer = 转到其他服务窗口
command-accept = 接受转交
command-refuse = 拒绝转交
command-wait = 设为等待
command-schedule = 定预约
command-done = 完成，写结果
command-close = 关闭，写原因
command-reopen = 重新打开
command-priority = 改紧急程度
command-mine = 我在处理的请求
command-late = 逾期的请求
command-here = 我在哪个服务窗口
command-away = 我不在
command-stats = 本周数字
desk-state-appointment = { $state }：{ $at }
