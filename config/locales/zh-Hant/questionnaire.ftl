### status: draft, not reviewed

## Texts
text-title = 寫給我們
text-opening = 要告訴我們什麼，由您決定。只有第一個欄位需要填寫，其他問題都可以跳過。您可以隨時停下來。在您按下「送出」之前，什麼都不會保存。
text-content_note = 本頁會問到威脅和壓力。有些問題可能讓您難受。想休息的時候，就休息一下。
text-who_reads = 一個由研究人員組成的小團隊會閱讀您送來的內容。內容一到，我們的伺服器就把它鎖住。鎖住以後，伺服器也不能再打開它。團隊在沒有連上網路的電腦上打開它。
text-server_sees = 伺服器能看到什麼：在鎖住您的文字和檔案的那一會兒，它必須讀到它們。它不會記下您是誰、您在哪裡。它會留下您的表單是哪一週送到的。具體是哪一天，會和您的文字一起鎖住。
text-do_not_write = 請保護好您和您的家人。不要寫姓名。不要寫家鄉的地名或街道。不要寫確切的日期。不要寫電話號碼或證件號碼。不要寫您在哪裡工作或讀書。您可以寫「我的兄弟」、「使館的一個男人」、「春天」或「北方的一座城市」。
text-other_people = 請不要寫出社群裡其他人的名字，即使您覺得他們在做對您不利的事。請只寫他們做了什麼。
text-device = 請用您信得過的裝置。不要用裝有微信（WeChat）的手機，也不要用別人幫您設定的手機。不要用微信把本頁的網址傳給任何人。
text-no_download = 我們絕不會要您下載或安裝任何東西，也不會要您登入、付錢或掃碼。如果有個看起來像本頁的網頁要您這樣做，請關掉它。那是假的。
text-limits = 我們不能保證這會幫到您的親人、您的證件或您的庇護申請。我們不能保護您。我們不是警察，也不是使館。我們不為任何政府工作。
text-not_emergency = 這裡不是緊急求助專線。可能好幾天、好幾週都沒有人讀到。如果您現在有危險，請打當地的緊急電話。
text-under_18 = 如果您未滿 18 歲，請先和一個您信任的大人談談。您還是可以寫給我們。不要告訴我們您的年齡。
text-no_consent_default = 如果您不選，我們就只是閱讀。我們不會把它算進數字裡，不會引用，也不會轉給別人。
text-no_change_later = 現在還沒有可以讓您以後再回來的查詢碼。一旦送出，您就不能在這裡修改或收回。
text-leaving = 想快速離開，請關掉這個視窗或分頁。在 Tor Browser 裡，「新識別身份」會關掉所有頁面，並且不留紀錄。其他瀏覽器可能會在瀏覽紀錄裡留下本頁的網址：請到那裡刪除。以後有人查看這台裝置，在這裡看不到您送出了什麼；但是，監視螢幕或按鍵的程式在您寫的時候就能看到。
text-thanks = 謝謝您。我們收到了。您現在可能覺得難過或疲倦，很多人都會這樣。您不用再做什麼了。想清除瀏覽器的紀錄，請在 Tor Browser 裡選「新識別身份」，然後關掉它。如果是其他瀏覽器，請在瀏覽紀錄裡刪除本頁，然後關掉瀏覽器。

## Sections
section-story = 您的經歷
section-use = 我們可以怎樣使用
section-happened = 發生了什麼
section-happened-note = 這些都可以不填。它們幫助我們統計。
section-you = 關於您
section-you-note = 這裡可以不填。如果您住的地方像您這樣的人很少，請跳過。
section-last = 送出之前

## Questions
field-testimony = 發生了什麼事？用什麼語言、什麼文字寫都可以。
field-testimony-help = 您可以寫：做了什麼，怎麼做的，他們想要什麼，後來怎樣了。寫一件事或很多件事都可以。
field-testimony_lang = 您是用哪種語言寫的？
field-use_level = 您寫的內容，我們最多可以用到哪一步？每一步都包括它前面的幾步。
field-share_with = 我們可以轉給別人嗎？只勾選您同意的。
field-hold_until = 我們要不要等一段時間再用？
field-hold_until-help = 如果您不選，我們等 6 個月。
field-third_party = 別人有可能從您寫的內容認出另外某個人嗎？
field-relation = 這件事發生在誰身上？
field-incident_types = 做了什麼？請勾選所有符合的。
field-channels = 他們是怎樣聯絡到您的？
field-actors = 就您所知，是誰做的？
field-actors-help = 請勾選一類人。不要寫名字。
field-demands = 他們想要什麼？
field-effects = 這件事帶來了什麼後果？
field-country = 事情發生的時候，您在哪個國家？
field-country-help = 如果那裡像您這樣的人很少，請只選大的區域，或者跳過。
field-year = 是哪一年？如果持續了好幾年，請選第一年。
field-month = 大約是幾月？
field-month-help = 如果有人會從月份聯想到您，請跳過。
field-frequency = 發生了幾次？
field-evidence = 您有能說明這件事的東西嗎？不一定要送出。
field-told = 您以前跟別人說過這件事嗎？
field-told-help = 這樣，我們就不會把同一件事算兩次。
field-community = 您屬於哪個社群？
field-gender = 您是……
field-age_band = 您的年齡層
field-urgent = 您，或者您寫到的人，現在有危險嗎？
field-urgent-help = 我們可能很晚才讀到。請看本頁上面的建議。
field-help_wanted = 下面有您需要的幫助嗎？只有您留著查詢碼，我們才能回答。
field-follow_up = 您要一個查詢碼嗎？可以用它看回覆，或者以後改變主意。
field-contact_note = 聯絡您的其他辦法（不建議填寫）
field-attachments = 檔案（如果您想附上）
field-attachments-help = 圖片、影片和錄音：例如螢幕截圖，或者通話的錄音。檔案鎖起來之前會重新做一份，不帶裡面隱藏的資訊：檔名、地點和時間、手機型號、備註和小預覽圖。畫面和聲音不變，裡面能看到、聽到的也不變：面孔、說話的聲音、名字、地方、房間的樣子。這些我們去不掉。請在送出之前遮住，或者不附這個檔案。

prefer_not = 不想說
## Choices: use_level
use_level-read_only = 只閱讀。不要算進數字，也不要引用。
use_level-count = 可以算進總數，但不講經過。
use_level-summary = 可以用你們自己的話轉述，細節要改動或去掉。
use_level-quote = 可以引用其中幾段，去掉細節。
use_level-full = 可以全部刊登，只要看不出我是誰。

## Choices: share_with
share_with-partner_ngo = 其他人權組織
share_with-un = 聯合國的人權機構
share_with-court = 法院和官方調查人員
share_with-host_state = 我居住地的政府或警察
share_with-press = 記者
share_with-archive = 不公開的檔案庫，供以後研究
share_with-nobody = 不轉給任何人

## Choices: hold_until
hold_until-now = 不用等
hold_until-six_months = 等 6 個月
hold_until-one_year = 等 1 年
hold_until-two_years = 等 2 年

## Choices: yes_no_unsure
yes_no_unsure-yes = 是
yes_no_unsure-no = 否
yes_no_unsure-unsure = 不確定

## Choices: relation
relation-me = 我自己
relation-family = 我的家人
relation-saw = 別人；我看到或聽到了
relation-told = 別人；他們告訴我的
relation-group = 一個團體或協會

## Choices: incident_types
group-incident_types-distance = 電話、訊息和威脅
group-incident_types-proxy = 透過家人施壓
group-incident_types-mobility = 護照、證件和出行
group-incident_types-digital = 手機、電腦和網路
group-incident_types-community = 社群裡的監視和壓力
group-incident_types-hoststate = 我居住的國家採取的行動
group-incident_types-direct = 當面，或者暴力
incident_types-threat_me = 我受到威脅
incident_types-threat_death = 有人受到死亡威脅
incident_types-unwanted_contact = 警察或官員打電話、傳訊息或寫信給我
incident_types-embassy_summons = 大使館或領事館叫我去，或者向我問話
incident_types-info_demand = 有人要我交出個人證件或資料
incident_types-harassment = 一再辱罵或騷擾
incident_types-threat_family = 我的家人受到威脅
incident_types-family_questioned = 我的家人被盤問，或有人上門
incident_types-family_detained = 我的家人被關押或坐牢
incident_types-family_disappeared = 我的家人失蹤了，我打聽不到他們在哪裡
incident_types-family_penalty = 我的家人失去工作、上學、住房或出行的機會
incident_types-family_made_to_call = 我的家人被迫打電話給我，或被迫拍影片說話
incident_types-contact_cut = 我再也聯絡不上家人
incident_types-passport_refused = 不給我換發護照
incident_types-passport_taken = 我的護照或證件被拿走或註銷
incident_types-papers_refused = 不給辦出生、結婚或其他證明
incident_types-told_to_return = 有人要我回去拿證件或幫家人
incident_types-travel_blocked = 出行被攔下
incident_types-no_return = 不准我回去
incident_types-family_no_exit = 不准我的家人離開或來和我團聚
incident_types-phishing = 假的訊息、連結或應用程式
incident_types-spyware = 我的手機、電腦或帳號被人入侵
incident_types-account_closed = 我的帳號被關閉或封鎖
incident_types-doxxing = 我的個人資料被放到網路上
incident_types-smear = 網路上或媒體上有關於我的謊言
incident_types-impersonation = 有人冒充我，或冒充我信任的團體
incident_types-recruit = 有人要我監視別人，或報告別人的事
incident_types-reported_on = 有人報告了我的事
incident_types-watched = 我被監視、跟蹤、錄影或拍照
incident_types-event_disrupted = 聚會、抗議或講座受到干擾
incident_types-job_study_pressure = 透過工作、學校或生意施壓
incident_types-money_property = 錢或財產被拿走或凍結
incident_types-extortion = 有人來要錢
incident_types-hs_questioned = 在居住地被警察或官員盤問
incident_types-hs_detained = 在居住地被逮捕或關押
incident_types-hs_deport_risk = 受到要被送回去的威脅
incident_types-hs_deported = 有人被送回去了
incident_types-hs_asylum_refused = 庇護申請被拒
incident_types-interpol = 通緝，或要求把人送回去
incident_types-visit = 陌生人或官員來找我
incident_types-assault = 有人被打或受傷
incident_types-abduction = 有人被帶走，或險些被帶走
incident_types-break_in = 住處或辦公室被搜查或闖入
incident_types-sexual_harassment = 性方面的威脅或騷擾
incident_types-killing_attempt = 有人被殺害，或險些被殺害
incident_types-something_else = 其他的事

## Choices: channels
channels-phone_known = 電話，顯示號碼
channels-phone_hidden = 電話，隱藏號碼或播放錄音
channels-wechat = 微信（WeChat）
channels-messenger = 其他通訊軟體
channels-video_call = 與家人和官員的視訊通話
channels-email = 電子郵件
channels-social_media = 社交媒體，公開的
channels-letter = 信件或包裹
channels-embassy = 在大使館或領事館
channels-in_person = 當面，在其他地方
channels-via_family = 透過我的家人
channels-via_community = 透過社群裡的人
channels-border = 在機場或邊境
channels-other = 其他方式

## Choices: actors
actors-embassy = 大使館或領事館的人員
actors-homeland_police = 家鄉那邊的警察或國安人員
actors-local_cadre = 村、街道或單位的幹部
actors-family_forced = 我的家人，他們沒有選擇
actors-community_member = 社群裡的人
actors-org_company = 公司、學校或協會
actors-host_officials = 我居住地的警察或官員
actors-online_unknown = 網路上的陌生人
actors-unknown = 我不知道

## Choices: demands
demands-silence = 不再公開發言，刪掉貼文
demands-info_self = 交出我自己的證件或資料
demands-info_others = 提供別人的資訊
demands-spy = 長期替他們做事
demands-return = 回去
demands-leave_group = 退出團體或活動
demands-statement = 簽署、錄製或發布聲明
demands-withdraw = 收回我以前說過的話
demands-stop_search = 不再打聽失蹤的家人
demands-money = 付錢
demands-no_asylum = 不申請庇護
demands-none_clear = 沒有說清楚
demands-other = 其他的事

## Choices: effects
effects-fear = 害怕、睡不好或難過
effects-self_censor = 我少說話、少發文了
effects-left_community = 我不和社群來往了
effects-lost_contact = 我和家人失去了聯絡
effects-family_harmed = 家人出了不好的事
effects-no_papers = 我沒有有效的證件
effects-moved = 我搬了家或換了國家
effects-work_money = 我失去了工作、學業或錢
effects-complied = 我照他們說的做了
effects-refused = 我拒絕了
effects-spoke_more = 我更常公開發言
effects-none = 沒有變化

## Choices: frequency
frequency-once = 一次
frequency-several = 好幾次
frequency-ongoing = 現在還在繼續

## Choices: evidence
evidence-messages = 訊息或螢幕截圖
evidence-call_record = 通話紀錄或錄音
evidence-documents = 文書或信件
evidence-photos_video = 照片或影片
evidence-device = 可能中毒的手機或電腦
evidence-witness = 有別人看到
evidence-nothing = 沒有

## Choices: told
told-nobody = 沒有跟任何人說過
told-ngo = 人權組織
told-public_db = 公開的受害者名單或資料庫
told-journalist = 記者
told-police_helped = 警察或官員；他們幫了忙
told-police_no_help = 警察或官員；他們沒有幫忙
told-lawyer = 律師
told-un = 聯合國
told-friends = 家人或朋友

## Choices: community
community-uyghur = 維吾爾人
community-kazakh = 哈薩克人
community-kyrgyz = 吉爾吉斯（柯爾克孜）人
community-uzbek = 烏茲別克人
community-hui_dungan = 回民 / 東干人
community-tatar = 韃靼（塔塔爾）人
community-tajik_pamiri = 塔吉克人 / 帕米爾人
community-mongol = 蒙古人
community-tibetan = 藏人
community-hongkonger = 香港人
community-chinese = 華人
community-other = 其他

## Choices: gender
gender-woman = 女
gender-man = 男
gender-other = 都不是

## Choices: age_band
age_band-a18_29 = 18 至 29 歲
age_band-a30_49 = 30 至 49 歲
age_band-a50 = 50 歲或以上

## Choices: urgent
urgent-yes_now = 有
urgent-worried = 現在沒有，但我擔心
urgent-no = 沒有

## Choices: help_wanted
help_wanted-rights_info = 了解我在居住地的權利
help_wanted-legal = 法律幫助
help_wanted-papers = 辦證件方面的幫助
help_wanted-digital = 手機和電腦安全方面的幫助
help_wanted-counsel = 有人可以談談
help_wanted-relatives = 幫忙尋找失蹤的家人
help_wanted-nothing = 不需要

## Choices: follow_up
follow_up-no_code = 不要查詢碼。不留痕跡。
follow_up-code = 給我一個查詢碼

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
country-transit = 在兩國之間的路上
region-country-central_asia = 中亞
region-country-central_asia-only = 中亞的某個地方
region-country-south_asia = 南亞
region-country-south_asia-only = 南亞的某個地方
region-country-se_east_asia = 東亞和東南亞
region-country-se_east_asia-only = 東亞或東南亞的某個地方
region-country-mena_turkey = 土耳其、中東和北非
region-country-mena_turkey-only = 土耳其、中東或北非的某個地方
region-country-europe_russia = 歐洲和俄羅斯
region-country-europe_russia-only = 歐洲或俄羅斯的某個地方
region-country-americas = 北美洲和南美洲
region-country-americas-only = 北美洲或南美洲的某個地方
region-country-africa = 非洲
region-country-africa-only = 非洲的某個地方
region-country-oceania = 澳洲和大洋洲
region-country-oceania-only = 澳洲或大洋洲的某個地方

## Choices: language (names stay in their own language)
language-other = 其他
