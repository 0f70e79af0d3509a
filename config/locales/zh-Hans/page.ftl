### status: draft, not reviewed
### The words of the page around the questions. The questions themselves stand in the questionnaire.

## The form

language-name = 简体中文
languages = 语言
# Shown on pages whose translation nobody has reviewed yet.
draft-notice = 本页的译文还是草稿。如果有看不懂的地方，请选择另一种语言。
before-heading = 填写之前
safety-heading = 保护您自己和他人
promise-heading = 我们能做什么，不能做什么
leaving-heading = 离开本页
needed = 必填
to-send = 跳到“发送”按钮
no-answer = 不回答
files-limits = 最多 { $files } 个文件，每个不超过 { $file_mb } MB，总共不超过 { $form_mb } MB。
files-slow = 大的文件可能要传很多分钟：请一直开着本页，直到看到“谢谢您”。
send-heading = 发送
send-note = 您按下“发送”后，您写的和选的内容会传到我们的服务器，并在那里锁住。
send = 发送
keys = 密钥 { $epoch }：
keys-note = 每个人在这里看到的号码都应该一样。研究人员可以告诉您，这是不是他们的号码。

## Pages that follow

thanks-title = 谢谢您
new-form = 打开一份新表格

## A form that was not taken, shown again with what was typed in it

again-title = 您的表格没有发出
again-kept-nothing = 我们什么都没有保留。您写的内容还在下面的表格里：请改好，再按一次“发送”。
again-files = 如果您选过文件，请重新选择。浏览器不会替您留着。
again-blank = 第一个框是空的。请在里面写几个字。其他的都可以空着。
again-too-long = 文字太长：有 { $chars } 个字符，而一份表格最多能写 { $max } 个。请在这里删短后发送，其余的再打开一份新表格写。
again-files-many = 文件太多。一份表格最多能带 { $files } 个文件。
again-file-large = 第 { $place } 个文件超过了 { $mb } MB，我们最多只能收这么大的。请换一个短一些或小一些的，或者不附这个文件。
again-file-kind = 第 { $place } 个文件不是我们能清除隐藏信息的那几种图片、视频或录音。不能清除的文件我们都不收，因为里面隐藏的信息可能让人找到您。
again-file-unclean = 第 { $place } 个文件损坏了，或者有我们不认识的部分。里面隐藏的信息可能让人找到您，所以我们没有收。如果是图片，请对它截图，再发送截图。如果是视频或录音，请在您的设备上重新分享或导出一次，再发送新的文件。也可以不附这个文件。
again-form-large = 这些文件加起来太大。一份表格总共最多能带 { $mb } MB。请先发送一部分，其余的用一份新表格发送。
again-expired = 这份表格打开超过了 { $hours } 小时，所以没能发出。下面是一份新表格，里面有您写的内容。
again-used = 这份表格以前发送过一次，那次的内容我们收到了。您这次发送的内容不一样，我们没有保留。如果这次的也要发送，请再按一次下面的“发送”。

## What can be attached

kinds = 我们可以收图片（JPEG、PNG、HEIC、WebP、GIF、AVIF、TIFF）、视频（MP4、MOV、3GP、MKV、WebM）和录音（M4A、MP3、AAC、AMR、OGG、Opus、FLAC、WAV）。
papers = 如果是书面材料或聊天记录，请发送每一页的截图或照片。

## Pages of refusal

nothing-kept = 您发送的内容，我们什么都没有保留。
reload = 您可以现在，或者过几分钟，重新载入（刷新）本页，把同一份表格再发送一次。如果浏览器问您是否再次发送，请选再次发送。
back = 请用浏览器的“后退”按钮回到表格。您写的文字可能还在；文件要重新选择。
copy = 请退回去，复制您的文字，打开一份新表格，再粘贴进去。
no-page-title = 没有这个页面
no-page = 表格在首页。
foreign-title = 这份表格不能用
foreign = 它的网址不是我们做的，或者已经超过一个星期。
malformed-title = 读不出这份表格
malformed = 它传来的方式和本页发送的方式不一样。
malformed-then = 请打开一份新表格再试一次。如果可以，请用 Tor Browser。
too-long-title = 文字太长
too-long = 一份表格最多能写 { $max } 个字符。
too-long-then = 请先发送前面的部分，再打开一份新表格写其余的。
slow-title = 网络太慢
slow = 我们等着您表格的其余部分，但是没有等到。
slow-then = 您可以先发送文字，再用另外的表格一个一个地发送文件，也许会好一些。
busy-title = 现在填写的人很多
busy = 我们暂时不能接收您的表格。
away-title = 我们现在不能保存您的表格
away = 存放大家来信的地方，暂时连接不上。
unknown = 存放大家来信的地方没有及时回应，所以我们说不准有没有收到。
unknown-then = 把同一份表格再发送一次是安全的：只会保存一份。
no-keys-title = 我们现在不接收任何内容
no-keys = 大家发来的内容要用密钥锁住。密钥过一段时间就会更换，新的密钥还没有到。
no-keys-lost = 如果您刚才发送了什么，它没有保存下来。
no-keys-then = 请过一两天再来。不要把您写的文字留在别人可能找到的地方；到时候可以重新写。
broken-title = 我们这边出了问题
broken = 这不是您的错。
