### status: draft, not reviewed

## Texts
text-title = Bizga yozing
text-opening = Bizga nimani aytishni oʻzingiz hal qilasiz. Faqat birinchi katakni toʻldirish kerak. Qolgan hamma savollarni oʻtkazib yuborishingiz mumkin. Istagan paytda toʻxtashingiz mumkin. “Yuborish” tugmasini bosmaguningizcha hech narsa saqlanmaydi.
text-content_note = Bu sahifada tahdid va bosim haqida savollar bor. Baʼzilari sizni xafa qilishi mumkin. Istagan paytda toʻxtab, dam oling.
text-who_reads = Yuborganingizni kichik bir guruh tadqiqotchilar oʻqiydi. Serverimiz uni kelishi bilan qulflaydi. Shundan keyin server uni qayta ocha olmaydi. Guruh uni internetga ulanmagan kompyuterlarda ochadi.
text-server_sees = Server nimani koʻradi: yozganlaringiz va fayllaringizni qulflayotganda, ularni bir lahza oʻqishi kerak. U kimligingizni yoki qayerdaligingizni yozib qoʻymaydi. Formangiz qaysi haftada kelganini saqlab qoladi. Kelgan kuni esa yozganlaringiz bilan birga qulflanadi.
text-do_not_write = Iltimos, oʻzingizni va oilangizni asrang. Ism yozmang. Oʻz shahringiz, qishlogʻingiz yoki koʻchangizni yozmang. Aniq sana yozmang. Telefon yoki hujjat raqamini yozmang. Qayerda ishlashingizni yoki oʻqishingizni aytmang. Bunday yozsangiz boʻladi: “akam”, “elchixonadan bir odam”, “bahorda” yoki “shimoldagi bir shahar”.
text-other_people = Iltimos, jamoadagi boshqa odamlarning ismini aytmang, ular sizga qarshi ishlayapti deb oʻylasangiz ham. Nima qilinganini ayting.
text-device = Iltimos, oʻzingiz ishonadigan qurilmadan yozing. WeChat bor yoki sizga boshqa odam sozlab bergan telefondan yozmang. Bu sahifaning manzilini hech kimga WeChat orqali yubormang.
text-no_download = Biz sizdan hech qachon biror narsani yuklab olish yoki oʻrnatish, akkauntga kirish, pul toʻlash yoki kod skanerlashni soʻramaymiz. Shunga oʻxshash sahifa buni soʻrasa, uni yoping. U soxta.
text-limits = Bu qarindoshlaringizga, hujjatlaringizga yoki boshpana soʻrovingizga yordam beradi deb vaʼda qila olmaymiz. Sizni himoya qila olmaymiz. Biz politsiya ham, elchixona ham emasmiz. Biz hech qaysi hukumat uchun ishlamaymiz.
text-not_emergency = Bu shoshilinch yordam xizmati emas. Yozganingizni kunlab yoki haftalab hech kim oʻqimasligi mumkin. Hozir xavf ostida boʻlsangiz, oʻzingiz turgan joydagi shoshilinch yordam raqamiga qoʻngʻiroq qiling.
text-under_18 = 18 yoshga toʻlmagan boʻlsangiz, iltimos, avval oʻzingiz ishonadigan katta yoshli odam bilan gaplashing. Baribir bizga yozishingiz mumkin. Yoshingizni bizga aytmang.
text-no_consent_default = Hech narsani tanlamasangiz, biz faqat oʻqiymiz. Uni sanoqqa qoʻshmaymiz, undan parcha keltirmaymiz va hech kimga bermaymiz.
text-no_change_later = Keyin qaytib kelish uchun hozircha kod yoʻq. Yuborganingizdan keyin uni bu yerda oʻzgartirib ham, qaytarib olib ham boʻlmaydi.
text-leaving = Tez chiqib ketish uchun bu oyna yoki varaqni yoping. Tor Browser dasturidagi yangi shaxs (“New identity”) tugmasi hamma narsani yopadi va unutadi. Boshqa brauzerlar bu sahifa manzilini tarixida saqlab qolishi mumkin: uni oʻsha yerdan oʻchiring. Bu qurilmaga keyin qaragan odam nima yuborganingizni bu yerda koʻra olmaydi. Lekin ekran yoki tugmalarni kuzatadigan dasturlar siz yozayotganda buni koʻra oladi.
text-thanks = Rahmat. Yozganingizni oldik. Hozir xafa yoki charchagan boʻlishingiz mumkin; koʻp odamda shunday boʻladi. Boshqa hech narsa qilishingiz shart emas. Bu brauzerni tozalash uchun Tor Browser dasturida yangi shaxs (“New identity”) tugmasini bosing, keyin brauzerni yoping. Boshqa brauzerda bu sahifani tarixdan oʻchiring, keyin brauzerni yoping.

## Sections
section-story = Sizning hikoyangiz
section-use = Undan qanday foydalanishimiz mumkin
section-happened = Nima boʻldi
section-happened-note = Bu savollarning hech biri majburiy emas. Ular bizga sanashda yordam beradi.
section-you = Siz haqingizda
section-you-note = Bu majburiy emas. Yashaydigan joyingizda sizga oʻxshagan odam kam boʻlsa, oʻtkazib yuboring.
section-last = Yuborishdan oldin

## Questions
field-testimony = Nima boʻldi? Istalgan tilda va istalgan yozuvda yozing.
field-testimony-help = Shularni yozishingiz mumkin: nima qilishdi, qanday qilishdi, nima istashdi va keyin nima boʻldi. Bitta voqea yoki koʻp voqea.
field-testimony_lang = Qaysi tilda yozdingiz?
field-use_level = Yozganingizdan qanchalik foydalanishimiz mumkin? Har bir javob oldingilarini ham oʻz ichiga oladi.
field-share_with = Uni boshqa birovga bersak boʻladimi? Faqat rozi boʻlganlaringizni belgilang.
field-hold_until = Foydalanishdan oldin kutaylikmi?
field-hold_until-help = Tanlamasangiz, 6 oy kutamiz.
field-third_party = Yozganingizdan boshqa birovni tanib olish mumkinmi?
field-relation = Bu kimning boshiga tushdi?
field-incident_types = Nima qilishdi? Toʻgʻri kelganlarining hammasini belgilang.
field-channels = Siz bilan qanday bogʻlanishdi?
field-actors = Bilishingizcha, buni kim qildi?
field-actors-help = Iltimos, guruhni belgilang. Ism aytmang.
field-demands = Ular nima istashdi?
field-effects = Buning oqibatida nima boʻldi?
field-country = Bu boʻlganda qaysi mamlakatda edingiz?
field-country-help = U yerda sizga oʻxshagan odam kam boʻlsa, mamlakat oʻrniga mintaqani tanlang yoki oʻtkazib yuboring.
field-year = Qaysi yilda? Yillab davom etgan boʻlsa, birinchi yilni tanlang.
field-month = Taxminan qaysi oyda?
field-month-help = Kimdir oyiga qarab sizni tanib olishi mumkin boʻlsa, oʻtkazib yuboring.
field-frequency = Necha marta?
field-evidence = Sizda buni koʻrsatadigan biror narsa bormi? Uni yuborish shart emas.
field-told = Bu haqda oldin kimgadir aytganmisiz?
field-told-help = Bu bizga bitta voqeani ikki marta sanamaslik uchun kerak.
field-community = Qaysi jamoadansiz?
field-gender = Siz …
field-age_band = Yoshingiz
field-urgent = Siz yoki hikoyangizdagi biror kishi hozir xavf ostidami?
field-urgent-help = Buni kech oʻqishimiz mumkin. Sahifa boshidagi maslahatlarga qarang.
field-help_wanted = Bulardan birortasi sizga yordam berarmidi? Faqat kod olsangiz, javob bera olamiz.
field-follow_up = Javobni oʻqish yoki keyin fikringizni oʻzgartirish uchun kod olasizmi?
field-contact_note = Siz bilan bogʻlanishning boshqa yoʻli (maslahat bermaymiz)
field-attachments = Qoʻshmoqchi boʻlsangiz, fayllar
field-attachments-help = Rasm, video va ovoz: masalan, skrinshot yoki qoʻngʻiroq yozuvi. Fayl qulflanishidan oldin, ichidagi yashirin narsalarsiz qaytadan yasaladi: fayl nomi, joy va vaqt, telefon turi, izohlar va kichik nusxa rasmlar olib tashlanadi. Rasm va ovozning oʻzi qanday boʻlsa, shunday qoladi. Unda koʻringan va eshitilgan narsalar ham qoladi: yuzlar, ovozlar, ismlar, joylar, xonaning koʻrinishi. Ularni olib tashlay olmaymiz. Yuborishdan oldin ularning ustini yoping yoki faylni yubormang.

prefer_not = Aytishni istamayman
## Choices: use_level
use_level-read_only = Faqat oʻqing. Sanamang va parcha keltirmang.
use_level-count = Faqat umumiy songa qoʻshishingiz mumkin, hikoyani aytmasdan.
use_level-summary = Oʻz soʻzingiz bilan aytib berishingiz mumkin: tafsilotlarini oʻzgartirib yoki olib tashlab.
use_level-quote = Parchalarini keltirishingiz mumkin: tafsilotlarini olib tashlab.
use_level-full = Kimligimni koʻrsatadigan narsalarsiz, hammasini eʼlon qilishingiz mumkin.

## Choices: share_with
share_with-partner_ngo = Inson huquqlari boʻyicha boshqa guruhlar
share_with-un = BMTning inson huquqlari idoralari
share_with-court = Sudlar va rasmiy tergovchilar
share_with-host_state = Men yashaydigan mamlakat hukumati yoki politsiyasi
share_with-press = Jurnalistlar
share_with-archive = Keyingi tadqiqotlar uchun yopiq arxiv
share_with-nobody = Boshqa hech kim

## Choices: hold_until
hold_until-now = Kutish shart emas
hold_until-six_months = 6 oy kuting
hold_until-one_year = 1 yil kuting
hold_until-two_years = 2 yil kuting

## Choices: yes_no_unsure
yes_no_unsure-yes = Ha
yes_no_unsure-no = Yoʻq
yes_no_unsure-unsure = Aniq bilmayman

## Choices: relation
relation-me = Mening boshimga
relation-family = Oilamdan birining boshiga
relation-saw = Boshqa odamning boshiga; koʻrdim yoki eshitdim
relation-told = Boshqa odamning boshiga; menga aytib berdi
relation-group = Guruh yoki uyushmaning boshiga

## Choices: incident_types
group-incident_types-distance = Qoʻngʻiroqlar, xabarlar va tahdidlar
group-incident_types-proxy = Oila orqali bosim
group-incident_types-mobility = Pasport, hujjat va safar
group-incident_types-digital = Telefon, kompyuter va internet
group-incident_types-community = Jamoa ichida kuzatuv va bosim
group-incident_types-hoststate = Men yashaydigan mamlakatning harakatlari
group-incident_types-direct = Yuzma-yuz yoki zoʻravonlik
incident_types-threat_me = Menga tahdid qilishdi
incident_types-threat_death = Kimgadir oʻlim bilan tahdid qilishdi
incident_types-unwanted_contact = Politsiya yoki amaldorlar menga qoʻngʻiroq qilishdi yoki yozishdi
incident_types-embassy_summons = Elchixona yoki konsullik meni chaqirdi yoki savol berdi
incident_types-info_demand = Menga shaxsiy hujjat yoki maʼlumot yuborishni buyurishdi
incident_types-harassment = Qayta-qayta haqorat qilish yoki tinch qoʻymaslik
incident_types-threat_family = Oilamga tahdid qilishdi
incident_types-family_questioned = Oilamni soʻroq qilishdi yoki ularnikiga borishdi
incident_types-family_detained = Oilamni ushlashdi yoki qamashdi
incident_types-family_disappeared = Oilam yoʻqolib qoldi; qayerdaligini bila olmayapman
incident_types-family_penalty = Oilam ish, oʻqish, uy yoki safar imkonidan ayrildi
incident_types-family_made_to_call = Oilamni menga qoʻngʻiroq qilishga yoki videoda gapirishga majburlashdi
incident_types-contact_cut = Endi oilam bilan bogʻlana olmayman
incident_types-passport_refused = Pasportimni yangilab berishmadi
incident_types-passport_taken = Pasportim yoki hujjatlarimni olib qoʻyishdi yoki bekor qilishdi
incident_types-papers_refused = Tugʻilish, nikoh haqidagi yoki boshqa hujjatni berishmadi
incident_types-told_to_return = Hujjat olish yoki oilamga yordam berish uchun qaytishimni aytishdi
incident_types-travel_blocked = Safarga yoʻl qoʻyishmadi
incident_types-no_return = Menga qaytishga ruxsat yoʻq
incident_types-family_no_exit = Oilamga chiqib ketishga yoki yonimga kelishga ruxsat yoʻq
incident_types-phishing = Soxta xabarlar, havolalar yoki ilovalar
incident_types-spyware = Telefonim, kompyuterim yoki akkauntimga buzib kirishdi
incident_types-account_closed = Akkauntimni yopishdi yoki bloklashdi
incident_types-doxxing = Shaxsiy maʼlumotlarimni internetga qoʻyishdi
incident_types-smear = Internetda yoki matbuotda men haqimda yolgʻon
incident_types-impersonation = Kimdir oʻzini men yoki men ishonadigan guruh qilib koʻrsatdi
incident_types-recruit = Mendan boshqalarni kuzatishni yoki ular haqida xabar berishni soʻrashdi
incident_types-reported_on = Kimdir men haqimda xabar berdi
incident_types-watched = Meni kuzatishdi, orqamdan yurishdi, video yoki suratga olishdi
incident_types-event_disrupted = Yigʻilish, namoyish yoki maʼruzaga xalaqit berishdi
incident_types-job_study_pressure = Ish, oʻqish yoki tijorat orqali bosim
incident_types-money_property = Pul yoki mulkni tortib olishdi yoki muzlatishdi
incident_types-extortion = Kimdir pul soʻradi
incident_types-hs_questioned = Men yashaydigan joyda politsiya yoki amaldorlar soʻroq qildi
incident_types-hs_detained = Men yashaydigan joyda hibsga olishdi yoki ushlab turishdi
incident_types-hs_deport_risk = Ortga qaytarib yuborish bilan tahdid qilishdi
incident_types-hs_deported = Kimnidir ortga qaytarib yuborishdi
incident_types-hs_asylum_refused = Boshpana rad etildi
incident_types-interpol = Qidiruv eʼloni yoki odamni qaytarib yuborish talabi
incident_types-visit = Notanish odamlar yoki amaldorlar yonimga kelishdi
incident_types-assault = Kimnidir urishdi yoki yaralashdi
incident_types-abduction = Kimnidir olib ketishdi yoki olib ketmoqchi boʻlishdi
incident_types-break_in = Uy yoki idorani tintuv qilishdi yoki buzib kirishdi
incident_types-sexual_harassment = Jinsiy tahdid yoki shilqimlik
incident_types-killing_attempt = Kimnidir oʻldirishdi yoki oʻldirmoqchi boʻlishdi
incident_types-something_else = Boshqa narsa

## Choices: channels
channels-phone_known = Qoʻngʻiroq, raqam koʻringan
channels-phone_hidden = Qoʻngʻiroq, raqam yashirin yoki yozib olingan ovoz
channels-wechat = WeChat
channels-messenger = Boshqa messenjer
channels-video_call = Oila va amaldorlar bilan video qoʻngʻiroq
channels-email = Elektron pochta
channels-social_media = Ijtimoiy tarmoq, hammaga ochiq
channels-letter = Xat yoki posilka
channels-embassy = Elchixona yoki konsullikda
channels-in_person = Yuzma-yuz, boshqa joyda
channels-via_family = Oilam orqali
channels-via_community = Jamoadan kimdir orqali
channels-border = Aeroportda yoki chegarada
channels-other = Boshqa yoʻl bilan

## Choices: actors
actors-embassy = Elchixona yoki konsullik xodimlari
actors-homeland_police = Vatandagi politsiya yoki davlat xavfsizligi
actors-local_cadre = Qishloq, mahalla yoki ish joyi amaldorlari
actors-family_forced = Oilam, ularning boshqa iloji yoʻq edi
actors-community_member = Jamoadan kimdir
actors-org_company = Kompaniya, maktab yoki uyushma
actors-host_officials = Men yashaydigan joydagi politsiya yoki amaldorlar
actors-online_unknown = Internetdagi notanish odamlar
actors-unknown = Bilmayman

## Choices: demands
demands-silence = Gapirmasligimni, yozganlarimni oʻchirishimni
demands-info_self = Oʻz hujjat yoki maʼlumotlarimni berishimni
demands-info_others = Boshqalar haqida maʼlumot berishimni
demands-spy = Ular uchun doimiy ishlashimni
demands-return = Qaytib borishimni
demands-leave_group = Guruh yoki tadbirdan chiqishimni
demands-statement = Bayonot imzolashimni, yozib olishimni yoki eʼlon qilishimni
demands-withdraw = Oldin aytgan gapimdan qaytishimni
demands-stop_search = Yoʻqolgan oilamni surishtirmasligimni
demands-money = Pul toʻlashimni
demands-no_asylum = Boshpana soʻramasligimni
demands-none_clear = Aniq narsa yoʻq
demands-other = Boshqa narsa

## Choices: effects
effects-fear = Qoʻrquv, yomon uyqu yoki gʻam
effects-self_censor = Kamroq gapiraman yoki yozaman
effects-left_community = Jamoadan uzoqroq yuraman
effects-lost_contact = Oilam bilan aloqam uzildi
effects-family_harmed = Oilamga yomonlik yetdi
effects-no_papers = Yaroqli hujjatim yoʻq
effects-moved = Uyimni yoki mamlakatimni oʻzgartirdim
effects-work_money = Ish, oʻqish yoki pulimdan ayrildim
effects-complied = Ular soʻraganini qildim
effects-refused = Rad etdim
effects-spoke_more = Koʻproq ochiq gapiraman
effects-none = Hech narsa oʻzgarmadi

## Choices: frequency
frequency-once = Bir marta
frequency-several = Bir necha marta
frequency-ongoing = Hali ham davom etmoqda

## Choices: evidence
evidence-messages = Xabarlar yoki skrinshotlar
evidence-call_record = Qoʻngʻiroqlar roʻyxati yoki ovoz yozuvi
evidence-documents = Hujjatlar yoki xatlar
evidence-photos_video = Surat yoki video
evidence-device = Ehtimol, virus tushgan telefon yoki kompyuter
evidence-witness = Boshqa odam koʻrgan
evidence-nothing = Hech narsa

## Choices: told
told-nobody = Hech kimga
told-ngo = Inson huquqlari guruhiga
told-public_db = Jabrlanganlarning ochiq roʻyxatiga
told-journalist = Jurnalistga
told-police_helped = Politsiya yoki amaldorlarga; yordam berishdi
told-police_no_help = Politsiya yoki amaldorlarga; yordam berishmadi
told-lawyer = Advokatga
told-un = BMTga
told-friends = Oilam yoki doʻstlarimga

## Choices: community
community-uyghur = Uygʻur
community-kazakh = Qozoq
community-kyrgyz = Qirgʻiz
community-uzbek = Oʻzbek
community-hui_dungan = Xuey / dungan
community-tatar = Tatar
community-tajik_pamiri = Tojik / pomirlik
community-mongol = Moʻgʻul
community-tibetan = Tibetlik
community-hongkonger = Gonkonglik
community-chinese = Xitoylik
community-other = Boshqa

## Choices: gender
gender-woman = ayol
gender-man = erkak
gender-other = ikkalasi ham emas

## Choices: age_band
age_band-a18_29 = 18–29
age_band-a30_49 = 30–49
age_band-a50 = 50 yoki undan katta

## Choices: urgent
urgent-yes_now = Ha
urgent-worried = Hozir emas, lekin xavotirdaman
urgent-no = Yoʻq

## Choices: help_wanted
help_wanted-rights_info = Yashaydigan joyimdagi huquqlarimni bilish
help_wanted-legal = Huquqiy yordam
help_wanted-papers = Hujjatlar boʻyicha yordam
help_wanted-digital = Telefon va kompyuter xavfsizligi boʻyicha yordam
help_wanted-counsel = Gaplashadigan odam
help_wanted-relatives = Yoʻqolgan oilamni topishga yordam
help_wanted-nothing = Hech narsa

## Choices: follow_up
follow_up-no_code = Kod kerak emas. Iz qolmasin.
follow_up-code = Menga kod bering

## Choices: month
month-01 = Yanvar
month-02 = Fevral
month-03 = Mart
month-04 = Aprel
month-05 = May
month-06 = Iyun
month-07 = Iyul
month-08 = Avgust
month-09 = Sentabr
month-10 = Oktabr
month-11 = Noyabr
month-12 = Dekabr

## Choices: year
year-earlier = Undan oldin

## Choices: country
country-transit = Yoʻlda, mamlakatlar orasida
region-country-central_asia = Markaziy Osiyo
region-country-central_asia-only = Markaziy Osiyoda bir joy
region-country-south_asia = Janubiy Osiyo
region-country-south_asia-only = Janubiy Osiyoda bir joy
region-country-se_east_asia = Sharqiy va Janubi-Sharqiy Osiyo
region-country-se_east_asia-only = Sharqiy yoki Janubi-Sharqiy Osiyoda bir joy
region-country-mena_turkey = Turkiya, Yaqin Sharq va Shimoliy Afrika
region-country-mena_turkey-only = Turkiya, Yaqin Sharq yoki Shimoliy Afrikada bir joy
region-country-europe_russia = Yevropa va Rossiya
region-country-europe_russia-only = Yevropa yoki Rossiyada bir joy
region-country-americas = Shimoliy va Janubiy Amerika
region-country-americas-only = Shimoliy yoki Janubiy Amerikada bir joy
region-country-africa = Afrika
region-country-africa-only = Afrikada bir joy
region-country-oceania = Avstraliya va Okeaniya
region-country-oceania-only = Avstraliya yoki Okeaniyada bir joy

## Choices: language (names stay in their own language)
language-other = Boshqa
