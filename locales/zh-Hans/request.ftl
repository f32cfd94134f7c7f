# SPDX-License-Identifier: EUPL-1.2
# review: machine
# Requests, as the person who asked meets them; and the forms that open them.

form-ticked = ✅ { $label }
form-more-button = ▶️ 更多
form-done-button = ✔️ 下一步
form-skip-button = ⏭ 跳过
form-back-button = ◀ 返回
form-cancel-button = ✖️ 停止
form-person-button = 👤 联系我们
form-send-button = ✅ 发送
form-change-button = ✏️ 修改
form-summary-button = ◀ 查看请求
form-continue-button = ▶️ 继续
form-restart-button = 🔄 重新开始
form-another-town = 其他市镇
form-not-in-list = ❓ 列表里没有
form-voice = 🎤 语音消息（{ PLURAL($seconds) ->
       *[other] { $seconds } 秒
    }）
form-number = { $count }
form-list = { $list }
form-day = { $day }
form-skipped = –
form-line = { $question }：{ $answer }
form-summary = { $kind }。这是您的请求：
form-carried = 📎 { PLURAL($count) ->
       *[other] 附上 { $count } 条消息
    }
form-send-question = 这样可以吗？点 ✅ 发送。
form-change-which = 您想改哪一项？
form-please-choose = 我没明白。请点一个回答，或写它的编号。
form-please-write = 我没明白。请写出回答。
form-too-long = 文字太长：{ $count } 个字。最多写 { $max } 个字。
form-voice-too-long = 语音太长。请说得短一些，要少于 { PLURAL($max) ->
       *[other] { $max } 秒
    }。
form-number-between = 请写 { $least } 到 { $most } 之间的数字。
form-day-not-read = 我没看懂日期。请这样写：15/12（12 月 15 日）。
form-not-found = 我找不到这个名字。请换一个词试试。
form-found = 我找到了这些名字。是其中一个吗？
form-attached = 📎 已加到请求里。请不要发送个人证件。
form-looks-private = ⚠️ 这像是证件号码。我不保留。请不要写证件号码和孩子的名字。
form-old-button = 这个按钮旧了。现在的问题是：

request-sent =
    ✅ 好了！您的请求编号是 { $number }。
    { $desk } 服务窗口的工作人员会在 { $until } 之前回答。
    如果您有危险，请不要等：点 🆘。
request-sent-school =
    现在我们去问学校。学校不会知道您的名字。
    有新消息，我们会在这里告诉您。
request-sent-mediator =
    服务免费。调解员必须对您说的话保密。只有当有人处于危险时，才可能必须通知别人。
    调解员不代替您说话，也不替您做决定。
request-draft-found = 您有一个没完成的请求：{ $kind }。要继续吗？
request-list = 📋 您的请求。点一下查看：
request-list-empty = 📋 您还没有请求。点 🏠 菜单开始。
request-line = { $number } · { $kind } · { $state }
request-card =
    { $kind } · { $number }
    📍 服务窗口：{ $desk }
    { $state }
    ⏰ 最晚回答时间：{ $until }
request-history = { $at }：{ $event }
request-add-ask = ✍️ 请现在写字或说话。消息会加到请求 { $number }。
request-add-button = ✍️ 补充
request-withdraw-button = 🗑 取消请求
request-withdraw-yes-button = 🗑 是，取消
request-back-button = ◀ 返回
request-updated = ✅ 您的请求 { $number } 已修改，不用再提新的请求。
request-added = ✅ 消息已加到 { $number }。
request-something-else-button = 是另一件事
request-which-one = 这条消息属于哪个请求？
request-belongs-button = 📎 属于 { $number }
request-new-button = 🆕 新请求
request-held-full = ✋ 您已经有很多消息在等待，这一条放不下了：没有保存。请先点下面的按钮，然后再发一次。
request-shall-i-send = 要我把这条消息转交给服务窗口吗？
request-yes-button = ✅ 是
request-no-button = ✖️ 否
request-not-sent = 好的，消息没有发送。
request-withdraw-ask = 您要取消请求 { $number } 吗？
request-withdrawn = ✅ 请求 { $number } 已取消。您随时可以再提。
request-not-yours = 在您的请求中找不到这一个。
request-over = 请求 { $number } 已经结束。您可以提新的请求。
request-from-desk =
    💬 { $number } · { $desk } 服务窗口：
    { $text }
request-media-from-desk = 💬 { $number } · { $desk } 服务窗口：
request-other-language = 🌐 这条消息的语言是：{ $language }。您需要语言文化调解员吗？
request-mediator-button = 🗣 是，要调解员
request-taken = 👤 { $desk } 服务窗口的工作人员正在处理请求 { $number }。
request-waiting-for-you = ⏳ { $number }：服务窗口在等您的回答。方便时请在这里写。
request-moved = ➡️ { $number }：现在由 { $desk } 服务窗口回答。
request-appointment-ask =
    📅 { $number }：和 { $desk } 服务窗口的预约
    { $at }
    您可以吗？
request-appointment-yes = ✅ { $number }：好的。{ $at } 见。到时我会提前提醒您。
request-appointment-no = { $number }：好的，我会告诉服务窗口。我们再找一天。
request-appointment-old = 这个预约已经改了。点 📋 查看请求。
request-reminder-day = ⏰ { $number }：请记得和 { $desk } 服务窗口的预约：{ $at }。
request-reminder-hours = ⏰ { $number }：今天 { $at } 您和 { $desk } 服务窗口有预约。
request-done = ✅ { $number }：请求已完成。对您有帮助吗？
request-helped-yes-button = 👍 有
request-helped-no-button = 👎 没有
request-helped-yes = 谢谢！有别的事，请点 🏠 菜单。
request-helped-no = 抱歉。请求 { $number } 已重新打开。请在这里写还缺什么。
request-closed = { $number }：服务窗口已关闭这个请求。原因：{ $reason }。您随时可以再提。
request-reopened = 🔄 { $number }：请求已重新打开。
request-edit-noted = ✏️ 我看到了修改，会转给服务窗口（{ $number }）。
request-desk-edited =
    ✏️ { $number }：服务窗口改了一条消息：
    { $text }

state-new = 🟡 已收到
state-triaged = 🟡 等待中
state-assigned = 🟠 已交给工作人员
state-in_progress = 🔵 处理中
state-waiting_person = ⏳ 等待本人回答
state-waiting_other = ⏳ 等待其他部门
state-scheduled = 📅 预约
state-done = 🟢 已完成
state-closed = ⚫ 已关闭

event-sent = 请求已发送
event-taken = 有工作人员接手
event-released = 回到等待中
event-assigned = 转给一位同事
event-answered = 服务窗口已回答
event-reply_edited = 服务窗口改了回答
event-note_edited = 改了备注
event-updated = 回答已修改
event-added = 已补充消息
event-waiting_person = 等待本人回答
event-waiting_other = 等待其他部门
event-scheduled = 已提出预约
event-confirmed = 预约已确认
event-declined = 预约被拒绝
event-done = 已完成
event-closed = 已关闭
event-withdrawn = 已取消
event-reopened = 已重新打开
event-offered = 已请其他服务窗口接手
event-accepted = 其他服务窗口已接手
event-refused = 其他服务窗口已拒绝
event-unanswered = 其他服务窗口没有回答
event-triaged = 紧急程度已改
event-late = 已逾期

outcome-information = 已提供信息
outcome-meeting = 已见面
outcome-mediation = 已完成语言文化调解
outcome-referral = 由其他服务机构帮助
outcome-other = 其他

reason-no_contact = 联系不上
reason-out_of_scope = 服务窗口帮不了这件事
reason-duplicate = 已有相同的请求
reason-withdrawn = 本人已取消

media-voice = 🎤 语音消息
media-photo = 🖼 照片
media-document = 📎 文件
media-video = 🎬 视频
media-video-note = 🎬 视频
media-audio = 🎵 音频
media-sticker = 表情贴纸
media-animation = 动图
media-location = 📍 位置
media-contact = 👤 联系人
media-other = 附件
