### status: draft, not reviewed

## Texts
text-title = Бизгә йезиң
text-opening = Бизгә немини ейтишни өзиңиз бәлгиләйсиз. Пәқәт биринчи катәкнила толдуруш зөрүр. Башқа һәрқандақ соални атлап өтсиңиз болиду. Халиған вақитта тохтисиңиз болиду. «Әвәтиш»ни басмиғучә, һечнемә сақланмайду.
text-content_note = Бу бәт тәһдит вә бесим тоғрисида сорайду. Бәзи соаллар көңлиңизни йерим қилиши мумкин. Халиған вақитта дәм еливелиң.
text-who_reads = Әвәткәнлириңизни тәтқиқатчиларниң кичик бир гурупписи оқуйду. Серверимиз уни кәлгән һаман қулуплайду. Шуниңдин кейин сервер уни қайта ачалмайду. Гуруппа уни интернетқа уланмиған компьютерларда ачиду.
text-server_sees = Сервер немини көрәләйду: сөзлириңизни вә файллириңизни қулуплаватқанда, у бирдәм уларни оқушқа мәҗбур. У сизниң кимлигиңизни яки нәдилигиңизни хатирилимәйду. У анкетиңизниң қайси һәптидә кәлгәнлигини сақлап қалиду. Қайси күни кәлгәнлиги сөзлириңиз билән биргә қулуплиниду.
text-do_not_write = Өзиңизни вә аилиңизни қоғдаң. Исим язмаң. Юртиңизни яки кочиңизни язмаң. Ениқ күн-числа язмаң. Телефон яки кимлик номерини язмаң. Нәдә ишләйдиғанлиғиңизни яки оқуйдиғанлиғиңизни ейтмаң. «Акам», «әлчиханидики бир адәм», «әтиязда» яки «шималдики бир шәһәр» дәп язсиңиз болиду.
text-other_people = Җамаәттики башқа кишиләрниң исмини язмаң, улар сизгә қарши иш қиливатиду дәп ойлисиңизму язмаң. Немә иш қилинғанлиғини ейтиң.
text-device = Өзиңиз ишинидиған телефон яки компьютерни ишлитиң. Ичидә WeChat бар телефонни яки башқа бириси сизгә тәйярлап бәргән телефонни ишләтмәң. Бу бәтниң адресини һечкимгә WeChat арқилиқ әвәтмәң.
text-no_download = Биз сиздин бир нәрсә чүшүрүшни, орнитишни, аккаунтқа киришни, пул төләшни яки код сканер қилишни һәргиз тәләп қилмаймиз. Мошуниңға охшайдиған бир бәт шундақ тәләп қилса, уни йепиң. У сахта.
text-limits = Буниң туққанлириңизға, рәсмий һөҗҗәтлириңизгә яки панаһлиқ (убежище) илтимасиңизға ярдими болиду дәп вәдә берәлмәймиз. Сизни қоғдалмаймиз. Биз полиция әмәс, әлчиханиму әмәс. Һечқандақ һөкүмәткә ишлимәймиз.
text-not_emergency = Бу тез ярдәм хизмити әмәс. Буни бир нәччә күн яки бир нәччә һәптә һечким оқумаслиғи мумкин. Һазир хәтәр ичидә болсиңиз, туруватқан йериңиздики тез ярдәм яки қутқузуш хизмитигә телефон қилиң.
text-under_18 = 18 яшқа толмиған болсиңиз, авал өзиңиз ишинидиған бир чоң киши билән сөзлишиң. Шундақтиму бизгә язсиңиз болиду. Йешиңизни бизгә ейтмаң.
text-no_consent_default = Һечнемини таллимисиңиз, уни пәқәт оқуймиз. Санаққа қошмаймиз, сөзиңизни әйнән ишләтмәймиз, башқиларға бәрмәймиз.
text-no_change_later = Қайта кириш үчүн һазирчә код йоқ. Әвәтип болғандин кейин, уни бу йәрдә өзгәртәлмәйсиз, қайтурувалалмайсиз.
text-leaving = Тез чиқип кетиш үчүн, бу көзнәкни яки вкладкини йепиң. Tor Browser да «Йеңи кимлик» («New identity») һәммини йепиду вә унтуйду. Башқа браузерлар бу бәтниң адресини тарихта («История») сақлап қелиши мумкин: уни шу йәрдин өчириң. Кейин бу телефонға яки компьютерға қариған адәм сизниң немә әвәткиниңизни бу йәрдә көрәлмәйду. Лекин экранни яки клавишларни көзитидиған программилар сиз йезиватқанда уни көрәләйду.
text-thanks = Рәһмәт. Әвәткиниңиз бизгә йәтти. Һазир көңлиңиз йерим болуши яки һарғинлиқ һес қилишиңиз мумкин; көп киши шундақ болиду. Әнди башқа һечнемә қилишиңиз шәрт әмәс. Бу браузерни тазилаш үчүн, Tor Browser да «Йеңи кимлик» («New identity») ни таллаң, андин уни йепиң. Башқа браузер болса, бу бәтни тарихтин («История») өчириң, андин уни йепиң.

## Sections
section-story = Кәчүрмишиңиз
section-use = Уни қандақ ишләтсәк болиду
section-happened = Немә иш болди
section-happened-note = Буларниң һәммиси ихтиярий. Улар санақ қилишимизға ярдәм бериду.
section-you = Өзиңиз тоғрисида
section-you-note = Бу ихтиярий. Туруватқан йериңиздә сизгә охшаш кишиләр аз болса, атлап өтүң.
section-last = Әвәтиштин бурун

## Questions
field-testimony = Немә иш болди? Халиған тилда, халиған йезиқта йезиң.
field-testimony-help = Мунуларни язсиңиз болиду: немә иш қилинди, қандақ қилинди, улар немә тәләп қилди, кейин немә болди. Бир ишни язсиңизму, көп ишни язсиңизму болиду.
field-testimony_lang = Қайси тилда яздиңиз?
field-use_level = Язғиниңизни қанчилик ишләтсәк болиду? Һәр бир басқуч өзидин алдинқиларниму өз ичигә алиду.
field-share_with = Уни башқиларға бәрсәк боламду? Пәқәт қошулидиғанлириңизға бәлгү қоюң.
field-hold_until = Ишлитиштин бурун күтүп турайлиму?
field-hold_until-help = Таллимисиңиз, 6 ай күтимиз.
field-third_party = Язғиниңиздин башқа бир кишини тонувалғили боламду?
field-relation = Бу иш кимниң бешиға кәлди?
field-incident_types = Немә иш қилинди? Тоғра келидиғанлириниң һәммисигә бәлгү қоюң.
field-channels = Улар сиз билән қандақ алақилашти?
field-actors = Билишиңизчә, буни ким қилди?
field-actors-help = Пәқәт түригә бәлгү қоюң. Исим язмаң.
field-demands = Улар немә тәләп қилди?
field-effects = Буниң сәвәвидин немә болди?
field-country = Бу иш болғанда қайси дөләттә идиңиз?
field-country-help = У йәрдә сизгә охшаш кишиләр аз болса, дөләтниң орниға районни таллаң, яки бу соални атлап өтүң.
field-year = Қайси жили? Нәччә жил давам қилған болса, биринчи жилини таллаң.
field-month = Тәхминән қайси айда?
field-month-help = Башқилар шу айға қарап сизни билип қелиши мумкин болса, атлап өтүң.
field-frequency = Қанчә қетим?
field-evidence = Буни көрситип беридиған бир нәрсиңиз барму? Уни әвәтишиңиз шәрт әмәс.
field-told = Буни илгири башқа биригә ейтип бақтиңизму?
field-told-help = Бу бир ишни икки қетим санап қоймаслиғимизға ярдәм бериду.
field-community = Сиз қайси хәлқ яки җамаәткә тәвә?
field-gender = Сиз …
field-age_band = Яш арилиғиңиз
field-urgent = Сиз яки сиз язған бирәр киши һазир хәтәр ичидиму?
field-urgent-help = Биз буни кечикип оқушимиз мумкин. Бу бәтниң бешидики мәслиһәтни көрүң.
field-help_wanted = Булардин сизгә ярдими болидиғини барму? Пәқәт код сақлап қойсиңизла, җавап берәләймиз.
field-follow_up = Кейин җавап оқуш яки қарариңизни өзгәртиш үчүн код аламсиз?
field-contact_note = Сиз билән алақилишишниң башқа йоли (тәвсийә қилмаймиз)
field-attachments = Файллар, қошушни халисиңиз
field-attachments-help = Рәсим, видео вә аваз: мәсилән, скриншот яки телефонда сөзләшкән аваз. Қулуплаштин бурун, файл ичидики йошурун мәлуматларсиз қайта ясилиду: нами, җайи вә вақти, қайси телефонлуғи, изаһатлар вә кичик көрүнүшләр қалмайду. Рәсим вә авазниң өзи шу пети қалиду, униңда көрүнидиған вә аңлинидиған нәрсиләрму қалиду: йүзләр, авазлар, исимлар, җайлар, өйниң көрүнүши. Буларни биз чиқириветәлмәймиз. Әвәтиштин бурун уларни йепиветиң, яки файлни қошмаң.

prefer_not = Ейтмисам дәймән
## Choices: use_level
use_level-read_only = Пәқәт оқусун. Санаққа қошмисун, сөзүмни әйнән ишләтмисун.
use_level-count = Омумий санға қошса болиду, кәчүрмишимни язмисун.
use_level-summary = Тәтқиқатчилар өз сөзи билән язса болиду, тәпсилатларни өзгәртип яки чиқириветип.
use_level-quote = Бәзи йәрлирини әйнән ишләтсә болиду, тәпсилатларни чиқириветип.
use_level-full = Һәммисини елан қилса болиду, кимлигимни билдүридиған йәрлиридин башқа.

## Choices: share_with
share_with-partner_ngo = Башқа инсан һоқуқлири тәшкилатлири
share_with-un = Бирләшкән Милләтләр Тәшкилатиниң (ООН) инсан һоқуқлири органлири
share_with-court = Сотлар вә рәсмий тәкшүргүчиләр
share_with-host_state = Мән туруватқан дөләтниң һөкүмити яки полицияси
share_with-press = Журналистлар
share_with-archive = Кейинки тәтқиқат үчүн сақлайдиған йепиқ архив
share_with-nobody = Башқа һечкимгә бәрмисун

## Choices: hold_until
hold_until-now = Күтүш керәк әмәс
hold_until-six_months = 6 ай күтсун
hold_until-one_year = 1 жил күтсун
hold_until-two_years = 2 жил күтсун

## Choices: yes_no_unsure
yes_no_unsure-yes = Һә
yes_no_unsure-no = Яқ
yes_no_unsure-unsure = Ениқ билмәймән

## Choices: relation
relation-me = Мениң бешимға
relation-family = Аиләндики бириниң бешиға
relation-saw = Башқа бириниң бешиға; өзүм көрдүм яки аңлидим
relation-told = Башқа бириниң бешиға; у маңа ейтип бәрди
relation-group = Бир гуруппа яки җәмийәтниң бешиға

## Choices: incident_types
group-incident_types-distance = Телефон, хәт-хәвәр вә тәһдит
group-incident_types-proxy = Аилә арқилиқ бесим
group-incident_types-mobility = Паспорт, рәсмий һөҗҗәт вә сәпәр
group-incident_types-digital = Телефон, компьютер вә интернет
group-incident_types-community = Җамаәт ичидики пайлаш вә бесим
group-incident_types-hoststate = Мән туруватқан дөләт қилған ишлар
group-incident_types-direct = Йүзмуйүз ишлар яки зораванлиқ
incident_types-threat_me = Маңа тәһдит салди
incident_types-threat_death = Биригә өлүм тәһдити салди
incident_types-unwanted_contact = Полиция яки әмәлдарлар маңа телефон қилди яки хәт язди
incident_types-embassy_summons = Әлчихана яки консулхана мени чақирди яки мәндин соал сориди
incident_types-info_demand = Һөҗҗәтлиримни яки шәхсий мәлуматлиримни әвәтишимни тәләп қилди
incident_types-harassment = Қайта-қайта һақарәт қилди яки арам бәрмиди
incident_types-threat_family = Аиләндикиләргә тәһдит салди
incident_types-family_questioned = Аиләндикиләрни сорақ қилди яки уларниң алдиға барди
incident_types-family_detained = Аиләндикиләрни тутуп кәтти яки түрмигә қамиди
incident_types-family_disappeared = Аиләндикиләр йоқап кәтти; нәдилигини биләлмәйватимән
incident_types-family_penalty = Аиләндикиләр иштин, оқуштин, өйдин яки сәпәр қилиштин мәһрум қалди
incident_types-family_made_to_call = Аиләндикиләрни маңа телефон қилишқа яки видеода сөзләшкә мәҗбурлиди
incident_types-contact_cut = Аиләм билән әнди алақә қилалмаймән
incident_types-passport_refused = Паспортумни йеңилап бәрмиди
incident_types-passport_taken = Паспортумни яки һөҗҗәтлиримни тартивалди яки инавәтсиз қилди
incident_types-papers_refused = Туғулуш, никаһ гувалиғи яки башқа һөҗҗәт бәрмиди
incident_types-told_to_return = Һөҗҗәт елиш яки аиләмгә ярдәм қилиш үчүн қайтип келишимни тәләп қилди
incident_types-travel_blocked = Сәпәр қилишни тости
incident_types-no_return = Қайтип беришимға йол қоймайду
incident_types-family_no_exit = Аиләндикиләрниң чиқишиға яки йенимға келишигә йол қоймайду
incident_types-phishing = Сахта хәвәр, ссылка яки программилар
incident_types-spyware = Телефонумға, компьютеримға яки аккаунтумға оғрилиқчә кирди
incident_types-account_closed = Аккаунтумни йепивәтти яки тосивалди
incident_types-doxxing = Шәхсий мәлуматлиримни интернетқа чиқирип қойди
incident_types-smear = Интернетта яки ахбарат васитилиридә мән тоғрилиқ ялған гәп тарқатти
incident_types-impersonation = Бири өзини мән яки мән ишинидиған тәшкилат қилип көрсәтти
incident_types-recruit = Башқиларни пайлишимни яки улар тоғрилиқ хәвәр беришимни тәләп қилди
incident_types-reported_on = Бири мән тоғрилиқ хәвәр бәрди
incident_types-watched = Мени пайлиди, маңа әгәшти, мени видеоға яки сүрәткә чүшәрди
incident_types-event_disrupted = Жиғин, намайиш яки лекцияни бузди
incident_types-job_study_pressure = Иш, оқуш яки сода арқилиқ бесим қилди
incident_types-money_property = Пул яки мал-мүлүкни тартивалди яки ишләткүзмәй қойди
incident_types-extortion = Бири пул тәләп қилди
incident_types-hs_questioned = Туруватқан йеримдә полиция яки әмәлдарлар сорақ қилди
incident_types-hs_detained = Туруватқан йеримдә қолға алди яки тутуп турди
incident_types-hs_deport_risk = Қайтуруветимиз дәп тәһдит салди
incident_types-hs_deported = Бирини қайтурувәтти
incident_types-hs_asylum_refused = Панаһлиқ илтимасини рәт қилди
incident_types-interpol = Издәш елани (розыск) яки бирини қайтуруп бериш тәливи
incident_types-visit = Натонуш кишиләр яки әмәлдарлар алдимға кәлди
incident_types-assault = Бирини урди яки яриландурди
incident_types-abduction = Бирини тутуп елип кәтти яки елип кәтмәкчи болди
incident_types-break_in = Өйни яки офисни ахтурди яки бузуп кирди
incident_types-sexual_harassment = Җинсий тәһдит яки җинсий паракәндичилик
incident_types-killing_attempt = Бирини өлтүрди яки өлтүрмәкчи болди
incident_types-something_else = Башқа иш

## Choices: channels
channels-phone_known = Телефон, номери көрүнгән
channels-phone_hidden = Телефон, номери йошурун яки йезивелинған аваз
channels-wechat = WeChat
channels-messenger = Башқа мессенджер
channels-video_call = Аиләм вә әмәлдарлар билән видео арқилиқ сөзлишиш
channels-email = Электронлуқ почта
channels-social_media = Иҗтимаий торлар, һәммигә очуқ
channels-letter = Хәт яки посылка
channels-embassy = Әлчиханида яки консулханида
channels-in_person = Башқа йәрдә, йүзмуйүз
channels-via_family = Аиләм арқилиқ
channels-via_community = Җамаәттики бири арқилиқ
channels-border = Аэропортта яки чеграда
channels-other = Башқа йол билән

## Choices: actors
actors-embassy = Әлчихана яки консулхана хадимлири
actors-homeland_police = Вәтәндики полиция яки дөләт бехәтәрлиги хадимлири
actors-local_cadre = Йеза, мәһәллә яки идарә әмәлдарлири
actors-family_forced = Аиләндикиләр; уларниң башқа амали йоқ иди
actors-community_member = Җамаәттики бири
actors-org_company = Ширкәт, мәктәп яки җәмийәт
actors-host_officials = Мән туруватқан йәрдики полиция яки әмәлдарлар
actors-online_unknown = Интернеттики натонуш кишиләр
actors-unknown = Билмәймән

## Choices: demands
demands-silence = Аваз чиқармаслиқ, язмиларни өчириш
demands-info_self = Өз һөҗҗәтлиримни яки мәлуматлиримни бериш
demands-info_others = Башқилар тоғрилиқ мәлумат бериш
demands-spy = Уларға даим ишләп бериш
demands-return = Қайтип келиш
demands-leave_group = Бир тәшкилаттин яки паалийәттин чиқиш
demands-statement = Баянатқа қол қоюш, уни аваз яки видео қилип йезивелиш, яки интернетқа чиқириш
demands-withdraw = Бурун дегән гепимдин йениш
demands-stop_search = Йоқап кәткән аиләндикиләрни сүрүштүрмәслик
demands-money = Пул төләш
demands-no_asylum = Панаһлиқ соримаслиқ
demands-none_clear = Ениқ бир нәрсә демиди
demands-other = Башқа нәрсә

## Choices: effects
effects-fear = Қорқуш, яхши ухлалмаслиқ яки ғәмкинлик
effects-self_censor = Бурунқидин аз сөзләймән яки аз язимән
effects-left_community = Җамаәттин жирақ туримән
effects-lost_contact = Аиләм билән алақәм үзүлүп қалди
effects-family_harmed = Аиләндикиләрниң бешиға яман иш кәлди
effects-no_papers = Инавәтлик һөҗҗитим йоқ
effects-moved = Башқа өйгә яки башқа дөләткә көчтүм
effects-work_money = Иштин, оқуштин яки пулдин айрилдим
effects-complied = Уларниң дегинини қилдим
effects-refused = Рәт қилдим
effects-spoke_more = Бурунқидин көп аваз чиқиримән
effects-none = Һечнемә өзгәрмиди

## Choices: frequency
frequency-once = Бир қетим
frequency-several = Бир нәччә қетим
frequency-ongoing = Һазирму давам қиливатиду

## Choices: evidence
evidence-messages = Хәт-хәвәрләр яки скриншот
evidence-call_record = Телефон тизими яки йезивелинған аваз
evidence-documents = Һөҗҗәт яки хәтләр
evidence-photos_video = Сүрәт яки видео
evidence-device = Вирус киргән болуши мумкин болған телефон яки компьютер
evidence-witness = Башқа бири көрди
evidence-nothing = Һечнемә йоқ

## Choices: told
told-nobody = Һечкимгә
told-ngo = Инсан һоқуқлири тәшкилатиға
told-public_db = Зиянкәшликкә учриғанларниң очуқ тизимиға яки мәлуматлар базисиға
told-journalist = Журналистға
told-police_helped = Полиция яки әмәлдарларға; улар ярдәм қилди
told-police_no_help = Полиция яки әмәлдарларға; улар ярдәм қилмиди
told-lawyer = Адвокатқа
told-un = Бирләшкән Милләтләр Тәшкилатиға (ООН)
told-friends = Аиләмгә яки достлиримға

## Choices: community
community-uyghur = Уйғур
community-kazakh = Қазақ
community-kyrgyz = Қирғиз
community-uzbek = Өзбек
community-hui_dungan = Хуйзу / Дунган
community-tatar = Татар
community-tajik_pamiri = Таҗик / Памирлиқ
community-mongol = Моңғул
community-tibetan = Тибәтлик
community-hongkonger = Гонконглуқ
community-chinese = Хитай
community-other = Башқа

## Choices: gender
gender-woman = Аял
gender-man = Әр
gender-other = Иккилиси әмәс

## Choices: age_band
age_band-a18_29 = 18 яштин 29 яшқичә
age_band-a30_49 = 30 яштин 49 яшқичә
age_band-a50 = 50 яш яки униңдин чоң

## Choices: urgent
urgent-yes_now = Һә
urgent-worried = Һазир әмәс, лекин әнсирәймән
urgent-no = Яқ

## Choices: help_wanted
help_wanted-rights_info = Туруватқан йеримдә қандақ һоқуқлирим барлиғини билиш
help_wanted-legal = Қануний ярдәм
help_wanted-papers = Һөҗҗәтләрни рәсмийләштүрүшкә ярдәм
help_wanted-digital = Телефон вә компьютер бехәтәрлигигә ярдәм
help_wanted-counsel = Дәрдлишидиған бир киши
help_wanted-relatives = Йоқап кәткән аиләндикиләрни тепишқа ярдәм
help_wanted-nothing = Һечқайсиси

## Choices: follow_up
follow_up-no_code = Код керәк әмәс. Һечқандақ из қалмисун.
follow_up-code = Маңа код бериң

## Choices: month
month-01 = Январь
month-02 = Февраль
month-03 = Март
month-04 = Апрель
month-05 = Май
month-06 = Июнь
month-07 = Июль
month-08 = Август
month-09 = Сентябрь
month-10 = Октябрь
month-11 = Ноябрь
month-12 = Декабрь

## Choices: year
year-earlier = Униңдин бурун

## Choices: country
country-transit = Йолда, дөләтләр арисида
region-country-central_asia = Оттура Азия
region-country-central_asia-only = Оттура Азияниң бир йеридә
region-country-south_asia = Җәнубий Азия
region-country-south_asia-only = Җәнубий Азияниң бир йеридә
region-country-se_east_asia = Шәрқий вә Җәнубий-Шәрқий Азия
region-country-se_east_asia-only = Шәрқий яки Җәнубий-Шәрқий Азияниң бир йеридә
region-country-mena_turkey = Түркия, Йеқин Шәрқ вә Шималий Африка
region-country-mena_turkey-only = Түркия, Йеқин Шәрқ яки Шималий Африкиниң бир йеридә
region-country-europe_russia = Европа вә Россия
region-country-europe_russia-only = Европа яки Россияниң бир йеридә
region-country-americas = Шималий вә Җәнубий Америка
region-country-americas-only = Шималий яки Җәнубий Америкиниң бир йеридә
region-country-africa = Африка
region-country-africa-only = Африкиниң бир йеридә
region-country-oceania = Австралия вә Океания
region-country-oceania-only = Австралия яки Океанияниң бир йеридә

## Choices: language (names stay in their own language)
language-other = Башқа
