### status: draft, not reviewed

## Texts
text-title = 写给我们
text-opening = 要告诉我们什么，由您决定。只有第一个框需要填写，其他问题都可以跳过。您可以随时停下来。在您按下“发送”之前，什么都不会保存。
text-content_note = 本页会问到威胁和压力。有些问题可能让您难受。想休息的时候，就休息一下。
text-who_reads = 一个由研究人员组成的小团队会阅读您发来的内容。内容一到，我们的服务器就把它锁住。锁住以后，服务器也不能再打开它。团队在不连互联网的电脑上打开它。
text-server_sees = 服务器能看到什么：在锁住您的文字和文件的那一会儿，它必须读到它们。它不会记下您是谁、您在哪里。它会留下您的表格是哪一周送到的。具体是哪一天，会和您的文字一起锁住。
text-do_not_write = 请保护好您和您的家人。不要写姓名。不要写家乡的地名或街道。不要写准确的日期。不要写电话号码或证件号码。不要写您在哪里工作或上学。您可以写“我的兄弟”、“使馆的一个男人”、“春天”或“北方的一座城市”。
text-other_people = 请不要写出社群里其他人的名字，即使您觉得他们在做对您不利的事。请只写他们做了什么。
text-device = 请用您信得过的设备。不要用装有微信的手机，也不要用别人帮您设置的手机。不要用微信把本页的网址发给任何人。
text-no_download = 我们绝不会要您下载或安装任何东西，也不会要您登录、付钱或扫码。如果有个看起来像本页的网页要您这样做，请关掉它。那是假的。
text-limits = 我们不能保证这会帮到您的亲人、您的证件或您的庇护申请。我们不能保护您。我们不是警察，也不是使馆。我们不为任何政府工作。
text-not_emergency = 这里不是紧急求助热线。可能好几天、好几周都没有人读到。如果您现在有危险，请打当地的紧急电话。
text-under_18 = 如果您不满 18 岁，请先和一个您信任的大人谈谈。您还是可以写给我们。不要告诉我们您的年龄。
text-no_consent_default = 如果您不选，我们就只是阅读。我们不会把它算进数字里，不会引用，也不会转给别人。
text-no_change_later = 现在还没有可以让您以后再回来的查询码。一旦发送，您就不能在这里修改或收回。
text-leaving = 想快速离开，请关掉这个窗口或标签页。在 Tor Browser 里，“新建身份”会关掉所有页面，并且不留记录。其他浏览器可能会在历史记录里留下本页的网址：请到那里删除。以后有人查看这台设备，在这里看不到您发送了什么；但是，监视屏幕或按键的程序在您写的时候就能看到。
text-thanks = 谢谢您。我们收到了。您现在可能觉得难过或疲倦，很多人都会这样。您不用再做什么了。想清除浏览器的记录，请在 Tor Browser 里选“新建身份”，然后关掉它。如果是其他浏览器，请在历史记录里删除本页，然后关掉浏览器。

## Sections
section-story = 您的经历
section-use = 我们可以怎样使用
section-happened = 发生了什么
section-happened-note = 这些都可以不填。它们帮助我们统计。
section-you = 关于您
section-you-note = 这里可以不填。如果您住的地方像您这样的人很少，请跳过。
section-last = 发送之前

## Questions
field-testimony = 发生了什么事？用什么语言、什么文字写都可以。
field-testimony-help = 您可以写：做了什么，怎么做的，他们想要什么，后来怎样了。写一件事或很多件事都可以。
field-testimony_lang = 您是用哪种语言写的？
field-use_level = 您写的内容，我们最多可以用到哪一步？每一步都包括它前面的几步。
field-share_with = 我们可以转给别人吗？只勾选您同意的。
field-hold_until = 我们要不要等一段时间再用？
field-hold_until-help = 如果您不选，我们等 6 个月。
field-third_party = 别人有可能从您写的内容认出另外某个人吗？
field-relation = 这件事发生在谁身上？
field-incident_types = 做了什么？请勾选所有符合的。
field-channels = 他们是怎样联系到您的？
field-actors = 据您所知，是谁做的？
field-actors-help = 请勾选一类人。不要写名字。
field-demands = 他们想要什么？
field-effects = 这件事带来了什么后果？
field-country = 事情发生的时候，您在哪个国家？
field-country-help = 如果那里像您这样的人很少，请只选大的区域，或者跳过。
field-year = 是哪一年？如果持续了好几年，请选第一年。
field-month = 大约是几月？
field-month-help = 如果有人会从月份联想到您，请跳过。
field-frequency = 发生了几次？
field-evidence = 您有能说明这件事的东西吗？不一定要发送。
field-told = 您以前跟别人说过这件事吗？
field-told-help = 这样，我们就不会把同一件事算两次。
field-community = 您属于哪个社群？
field-gender = 您是……
field-age_band = 您的年龄段
field-urgent = 您，或者您写到的人，现在有危险吗？
field-urgent-help = 我们可能很晚才读到。请看本页上面的建议。
field-help_wanted = 下面有您需要的帮助吗？只有您留着查询码，我们才能回答。
field-follow_up = 您要一个查询码吗？可以用它看回复，或者以后改变主意。
field-contact_note = 联系您的其他办法（不建议填写）
field-attachments = 文件（如果您想附上）
field-attachments-help = 图片、视频和录音：比如截图，或者通话的录音。文件锁起来之前会重新做一份，不带里面隐藏的信息：文件名、地点和时间、手机型号、备注和小预览图。画面和声音不变，里面能看到、听到的也不变：面孔、说话的声音、名字、地方、房间的样子。这些我们去不掉。请在发送之前遮住，或者不附这个文件。

prefer_not = 不想说
## Choices: use_level
use_level-read_only = 只阅读。不要算进数字，也不要引用。
use_level-count = 可以算进总数，但不讲经过。
use_level-summary = 可以用你们自己的话转述，细节要改动或去掉。
use_level-quote = 可以引用其中几段，去掉细节。
use_level-full = 可以全部发表，只要看不出我是谁。

## Choices: share_with
share_with-partner_ngo = 其他人权组织
share_with-un = 联合国的人权机构
share_with-court = 法院和官方调查人员
share_with-host_state = 我居住地的政府或警察
share_with-press = 记者
share_with-archive = 不公开的资料库，供以后研究
share_with-nobody = 不转给任何人

## Choices: hold_until
hold_until-now = 不用等
hold_until-six_months = 等 6 个月
hold_until-one_year = 等 1 年
hold_until-two_years = 等 2 年

## Choices: yes_no_unsure
yes_no_unsure-yes = 是
yes_no_unsure-no = 否
yes_no_unsure-unsure = 不确定

## Choices: relation
relation-me = 我自己
relation-family = 我的家人
relation-saw = 别人；我看到或听到了
relation-told = 别人；他们告诉我的
relation-group = 一个团体或协会

## Choices: incident_types
group-incident_types-distance = 电话、信息和威胁
group-incident_types-proxy = 通过家人施压
group-incident_types-mobility = 护照、证件和出行
group-incident_types-digital = 手机、电脑和网络
group-incident_types-community = 社群里的监视和压力
group-incident_types-hoststate = 我居住的国家采取的行动
group-incident_types-direct = 当面，或者暴力
incident_types-threat_me = 我受到威胁
incident_types-threat_death = 有人受到死亡威胁
incident_types-unwanted_contact = 警察或官员给我打电话、发信息或写信
incident_types-embassy_summons = 大使馆或领事馆叫我去，或者向我问话
incident_types-info_demand = 有人要我交出个人证件或资料
incident_types-harassment = 一再辱骂或骚扰
incident_types-threat_family = 我的家人受到威胁
incident_types-family_questioned = 我的家人被盘问，或有人上门
incident_types-family_detained = 我的家人被关押或坐牢
incident_types-family_disappeared = 我的家人失踪了，我打听不到他们在哪里
incident_types-family_penalty = 我的家人失去工作、上学、住房或出行的机会
incident_types-family_made_to_call = 我的家人被迫打电话给我，或被迫拍视频说话
incident_types-contact_cut = 我再也联系不上家人
incident_types-passport_refused = 不给我换发护照
incident_types-passport_taken = 我的护照或证件被拿走或作废
incident_types-papers_refused = 不给办出生、结婚或其他证明
incident_types-told_to_return = 有人要我回去拿证件或帮家人
incident_types-travel_blocked = 出行被拦下
incident_types-no_return = 不准我回去
incident_types-family_no_exit = 不准我的家人离开或来和我团聚
incident_types-phishing = 假的信息、链接或应用
incident_types-spyware = 我的手机、电脑或账号被人侵入
incident_types-account_closed = 我的账号被关闭或封锁
incident_types-doxxing = 我的私人信息被放到网上
incident_types-smear = 网上或媒体上有关于我的谎言
incident_types-impersonation = 有人冒充我，或冒充我信任的团体
incident_types-recruit = 有人要我监视别人，或报告别人的事
incident_types-reported_on = 有人报告了我的事
incident_types-watched = 我被监视、跟踪、录像或拍照
incident_types-event_disrupted = 聚会、抗议或讲座受到干扰
incident_types-job_study_pressure = 通过工作、学校或生意施压
incident_types-money_property = 钱或财产被拿走或冻结
incident_types-extortion = 有人来要钱
incident_types-hs_questioned = 在居住地被警察或官员盘问
incident_types-hs_detained = 在居住地被逮捕或关押
incident_types-hs_deport_risk = 受到要被送回去的威胁
incident_types-hs_deported = 有人被送回去了
incident_types-hs_asylum_refused = 庇护申请被拒
incident_types-interpol = 通缉，或要求把人送回去
incident_types-visit = 陌生人或官员来找我
incident_types-assault = 有人被打或受伤
incident_types-abduction = 有人被带走，或险些被带走
incident_types-break_in = 住处或办公室被搜查或闯入
incident_types-sexual_harassment = 性方面的威胁或骚扰
incident_types-killing_attempt = 有人被杀害，或险些被杀害
incident_types-something_else = 其他的事

## Choices: channels
channels-phone_known = 电话，显示号码
channels-phone_hidden = 电话，隐藏号码或播放录音
channels-wechat = 微信
channels-messenger = 其他聊天应用
channels-video_call = 与家人和官员的视频通话
channels-email = 电子邮件
channels-social_media = 社交媒体，公开的
channels-letter = 信件或包裹
channels-embassy = 在大使馆或领事馆
channels-in_person = 当面，在其他地方
channels-via_family = 通过我的家人
channels-via_community = 通过社群里的人
channels-border = 在机场或边境
channels-other = 其他方式

## Choices: actors
actors-embassy = 大使馆或领事馆的人员
actors-homeland_police = 家乡那边的警察或国安人员
actors-local_cadre = 村、街道或单位的干部
actors-family_forced = 我的家人，他们没有选择
actors-community_member = 社群里的人
actors-org_company = 公司、学校或协会
actors-host_officials = 我居住地的警察或官员
actors-online_unknown = 网上的陌生人
actors-unknown = 我不知道

## Choices: demands
demands-silence = 不再公开说话，删掉发布的内容
demands-info_self = 交出我自己的证件或资料
demands-info_others = 提供别人的信息
demands-spy = 长期替他们做事
demands-return = 回去
demands-leave_group = 退出团体或活动
demands-statement = 签署、录制或发布声明
demands-withdraw = 收回我以前说过的话
demands-stop_search = 不再打听失踪的家人
demands-money = 付钱
demands-no_asylum = 不申请庇护
demands-none_clear = 没有说清楚
demands-other = 其他的事

## Choices: effects
effects-fear = 害怕、睡不好或难过
effects-self_censor = 我少说话、少发帖了
effects-left_community = 我不和社群来往了
effects-lost_contact = 我和家人失去了联系
effects-family_harmed = 家人出了不好的事
effects-no_papers = 我没有有效的证件
effects-moved = 我搬了家或换了国家
effects-work_money = 我失去了工作、学业或钱
effects-complied = 我照他们说的做了
effects-refused = 我拒绝了
effects-spoke_more = 我更多地公开说话
effects-none = 没有变化

## Choices: frequency
frequency-once = 一次
frequency-several = 好几次
frequency-ongoing = 现在还在继续

## Choices: evidence
evidence-messages = 信息或截图
evidence-call_record = 通话记录或录音
evidence-documents = 文书或信件
evidence-photos_video = 照片或视频
evidence-device = 可能中了病毒的手机或电脑
evidence-witness = 有别人看到
evidence-nothing = 没有

## Choices: told
told-nobody = 没有跟任何人说过
told-ngo = 人权组织
told-public_db = 公开的受害者名单或数据库
told-journalist = 记者
told-police_helped = 警察或官员；他们帮了忙
told-police_no_help = 警察或官员；他们没有帮忙
told-lawyer = 律师
told-un = 联合国
told-friends = 家人或朋友

## Choices: community
community-uyghur = 维吾尔人
community-kazakh = 哈萨克人
community-kyrgyz = 柯尔克孜（吉尔吉斯）人
community-uzbek = 乌兹别克人
community-hui_dungan = 回民 / 东干人
community-tatar = 塔塔尔（鞑靼）人
community-tajik_pamiri = 塔吉克人 / 帕米尔人
community-mongol = 蒙古人
community-tibetan = 藏人
community-hongkonger = 香港人
community-chinese = 华人
community-other = 其他

## Choices: gender
gender-woman = 女
gender-man = 男
gender-other = 都不是

## Choices: age_band
age_band-a18_29 = 18 至 29 岁
age_band-a30_49 = 30 至 49 岁
age_band-a50 = 50 岁或以上

## Choices: urgent
urgent-yes_now = 有
urgent-worried = 现在没有，但我担心
urgent-no = 没有

## Choices: help_wanted
help_wanted-rights_info = 了解我在居住地的权利
help_wanted-legal = 法律帮助
help_wanted-papers = 办证件方面的帮助
help_wanted-digital = 手机和电脑安全方面的帮助
help_wanted-counsel = 有人可以谈谈
help_wanted-relatives = 帮忙寻找失踪的家人
help_wanted-nothing = 不需要

## Choices: follow_up
follow_up-no_code = 不要查询码。不留痕迹。
follow_up-code = 给我一个查询码

## Choices: month
month-01 = 1 月
month-02 = 2 月
month-03 = 3 月
month-04 = 4 月
month-05 = 5 月
month-06 = 6 月
month-07 = 7 月
month-08 = 8 月
month-09 = 9 月
month-10 = 10 月
month-11 = 11 月
month-12 = 12 月

## Choices: year
year-earlier = 更早

## Choices: country
country-transit = 在两国之间的路上
region-country-central_asia = 中亚
region-country-central_asia-only = 中亚的某个地方
region-country-south_asia = 南亚
region-country-south_asia-only = 南亚的某个地方
region-country-se_east_asia = 东亚和东南亚
region-country-se_east_asia-only = 东亚或东南亚的某个地方
region-country-mena_turkey = 土耳其、中东和北非
region-country-mena_turkey-only = 土耳其、中东或北非的某个地方
region-country-europe_russia = 欧洲和俄罗斯
region-country-europe_russia-only = 欧洲或俄罗斯的某个地方
region-country-americas = 北美洲和南美洲
region-country-americas-only = 北美洲或南美洲的某个地方
region-country-africa = 非洲
region-country-africa-only = 非洲的某个地方
region-country-oceania = 澳大利亚和大洋洲
region-country-oceania-only = 澳大利亚或大洋洲的某个地方

## Choices: language (names stay in their own language)
language-other = 其他
