### status: draft, not reviewed

## Texts
text-title = Бізге жазыңыз
text-opening = Не айтатыныңызды өзіңіз шешесіз. Тек бірінші ұяшықты толтыру керек. Қалған сұрақтың бәрін өткізіп жіберсеңіз болады. Қалаған кезде тоқтай аласыз. «Жіберу» түймесін басқанша ештеңе сақталмайды.
text-content_note = Бұл бетте қорқыту мен қысым туралы сұралады. Кейбір сұрақтар көңіліңізге ауыр тиюі мүмкін. Қаласаңыз, үзіліс жасаңыз.
text-who_reads = Жібергеніңізді зерттеушілердің шағын тобы оқиды. Жазғаныңыз келген бойда, біздің сервер оны құлыптайды. Содан кейін сервер оны қайта аша алмайды. Топ оны интернетке қосылмаған компьютерлерде ашады.
text-server_sees = Сервер не көреді: сөздеріңіз бен файлдарыңызды құлыптап жатқанда, ол бір сәт оларды оқуы керек. Кім екеніңізді, қайда екеніңізді сервер жазып алмайды. Ол сауалнамаңыз қай аптада келгенін сақтайды. Қай күні келгені сөздеріңізбен бірге құлыпталады.
text-do_not_write = Өзіңізді де, отбасыңызды да сақтаңыз. Ешкімнің атын жазбаңыз. Туған қалаңызды, ауылыңызды немесе көшеңізді жазбаңыз. Нақты күнді жазбаңыз. Телефон нөмірін немесе куәлік нөмірін жазбаңыз. Қайда жұмыс істейтініңізді, қайда оқитыныңызды айтпаңыз. «Бауырым», «елшіліктен келген адам», «көктемде» немесе «солтүстіктегі бір қала» деп жазуға болады.
text-other_people = Қауымдағы басқа адамдардың атын жазбаңыз. Олар сізге қарсы жұмыс істейді деп ойласаңыз да, жазбаңыз. Не істелгенін айтыңыз.
text-device = Өзіңіз сенетін телефонды немесе компьютерді пайдаланыңыз. WeChat бар телефонды немесе басқа біреу баптап берген телефонды пайдаланбаңыз. Бұл беттің мекенжайын WeChat арқылы ешкімге жібермеңіз.
text-no_download = Біз сізден ешқашан бірдеңе жүктеп алуды немесе орнатуды, тіркеліп кіруді, ақша төлеуді, код сканерлеуді сұрамаймыз. Осыған ұқсас бет соны сұраса, оны жабыңыз. Ол жалған.
text-limits = Бұл туыстарыңызға, құжаттарыңызға немесе пана сұраған (босқын) ісіңізге көмектеседі деп уәде бере алмаймыз. Сізді қорғай алмаймыз. Біз полиция да, елшілік те емеспіз. Ешбір үкіметке жұмыс істемейміз.
text-not_emergency = Бұл шұғыл көмек желісі емес. Жазғаныңызды күндер немесе апталар бойы ешкім оқымауы мүмкін. Дәл қазір сізге қауіп төніп тұрса, өзіңіз тұратын жердегі шұғыл көмекке телефон соғыңыз.
text-under_18 = Жасыңыз 18-ге толмаса, алдымен өзіңіз сенетін ересек адаммен сөйлесіңіз. Сонда да бізге жаза аласыз. Жасыңызды айтпаңыз.
text-no_consent_default = Ештеңе таңдамасаңыз, біз тек оқимыз. Санамаймыз, үзінді келтірмейміз, ешкімге бермейміз.
text-no_change_later = Қайтып келуге арналған код әзірге жоқ. Жіберген соң, оны бұл жерде өзгерте де, қайтарып ала да алмайсыз.
text-leaving = Тез шығу үшін осы терезені немесе бетті жабыңыз. Tor Browser-де «Жаңа тұлға» («New identity») бәрін жауып, ұмытады. Басқа браузерлер бұл беттің мекенжайын тарихында сақтап қалуы мүмкін: оны сол жерден өшіріңіз. Кейін бұл телефонды немесе компьютерді қараған адам не жібергеніңізді бұл жерден көре алмайды. Бірақ экранды немесе пернелерді бақылайтын бағдарламалар оны сіз жазып жатқанда көре алады.
text-thanks = Рақмет. Жібергеніңізді алдық. Қазір көңіліңіз бұзылып немесе шаршап тұрған шығарсыз; көп адам солай болады. Енді ештеңе істеудің қажеті жоқ. Браузерді тазалау үшін Tor Browser-де «Жаңа тұлға» («New identity») дегенді таңдап, сосын оны жабыңыз. Басқа браузерде бұл бетті тарихтан өшіріп, сосын оны жабыңыз.

## Sections
section-story = Сіздің оқиғаңыз
section-use = Оны қалай пайдалануға болады
section-happened = Не болды
section-happened-note = Мұның бәріне жауап бермесеңіз де болады. Жауаптар бізге санауға көмектеседі.
section-you = Өзіңіз туралы
section-you-note = Жауап бермесеңіз де болады. Тұратын жеріңізде сіз сияқты адам аз болса, өткізіп жіберіңіз.
section-last = Жіберер алдында

## Questions
field-testimony = Не болды? Кез келген тілде, кез келген әріппен жазыңыз.
field-testimony-help = Не істегенін, қалай істегенін, не талап еткенін, кейін не болғанын жазуға болады. Бір оқиға немесе бірнешеу.
field-testimony_lang = Қай тілде жаздыңыз?
field-use_level = Жазғаныңызды қаншалықты пайдалануға болады? Әр қадам өзінен бұрынғыларын да қамтиды.
field-share_with = Оны басқа біреуге беруге бола ма? Тек өзіңіз келісетінін белгілеңіз.
field-hold_until = Пайдаланбас бұрын күте тұрайық па?
field-hold_until-help = Таңдамасаңыз, 6 ай күтеміз.
field-third_party = Жазғаныңыздан біреу басқа бір адамды танып қоюы мүмкін бе?
field-relation = Бұл кімнің басынан өтті?
field-incident_types = Не істеді? Сай келгенінің бәрін белгілеңіз.
field-channels = Олар сізге қалай хабарласты?
field-actors = Білуіңізше, мұны кім істеді?
field-actors-help = Топты белгілеңіз. Адамның атын жазбаңыз.
field-demands = Олар не талап етті?
field-effects = Соның салдарынан не болды?
field-country = Бұл болған кезде сіз қай елде едіңіз?
field-country-help = Ол жерде сіз сияқты адам аз болса, елдің орнына өңірді таңдаңыз немесе өткізіп жіберіңіз.
field-year = Қай жылы? Бірнеше жылға созылса, бірінші жылын таңдаңыз.
field-month = Шамамен қай айда?
field-month-help = Осы ай арқылы біреу сізді танып қоюы мүмкін болса, өткізіп жіберіңіз.
field-frequency = Қанша рет болды?
field-evidence = Мұны көрсететін бір нәрсеңіз бар ма? Оны жіберу міндетті емес.
field-told = Бұл туралы бұрын біреуге айттыңыз ба?
field-told-help = Бұл бір оқиғаны екі рет санамауға көмектеседі.
field-community = Сіз қай қауымнансыз?
field-gender = Сіз …
field-age_band = Жасыңыз
field-urgent = Дәл қазір сізге немесе жазғаныңыздағы біреуге қауіп төніп тұр ма?
field-urgent-help = Біз мұны кеш оқуымыз мүмкін. Осы беттің басындағы кеңесті қараңыз.
field-help_wanted = Мыналардың бірі сізге көмек болар ма еді? Код алсаңыз ғана жауап бере аламыз.
field-follow_up = Кейін жауап оқу үшін немесе шешіміңізді өзгерту үшін код керек пе?
field-contact_note = Сізге хабарласудың басқа жолы (ұсынбаймыз)
field-attachments = Қосқыңыз келсе, файлдар
field-attachments-help = Сурет, видео, дыбыс: мысалы, экран суреті (скриншот) немесе телефон әңгімесінің жазбасы. Файл құлыпталмай тұрып, ішіндегі жасырын мәліметсіз жаңадан жасалады: атауы, жері мен уақыты, қай телефон екені, ескертпелер мен кішкене үлгі суреттер алынып тасталады. Суреттің немесе дыбыстың өзі сол күйінде қалады. Ондағы жүздер, дауыстар, есімдер, жерлер, бөлменің көрінісі де қалады. Біз бұларды алып тастай алмаймыз. Жібермей тұрып, оларды жауып қойыңыз немесе файлды қоспаңыз.

prefer_not = Айтқым келмейді
## Choices: use_level
use_level-read_only = Тек оқыңыз. Санамаңыз, үзінді келтірмеңіз.
use_level-count = Жалпы санға қосуға болады, оқиғамды айтпай.
use_level-summary = Кей жерін өзгертіп не алып тастап, өз сөзіңізбен айтып беруге болады.
use_level-quote = Егжей-тегжейін алып тастап, үзінді келтіруге болады.
use_level-full = Кім екенімді көрсететін жерін алып тастап, бәрін жариялауға болады.

## Choices: share_with
share_with-partner_ngo = Адам құқығын қорғайтын басқа ұйымдарға
share_with-un = Біріккен Ұлттар Ұйымының адам құқығы органдарына
share_with-court = Соттар мен ресми тергеушілерге
share_with-host_state = Тұратын елімнің үкіметіне не полициясына
share_with-press = Журналистерге
share_with-archive = Кейінгі зерттеулерге арналған жабық мұрағатқа
share_with-nobody = Басқа ешкімге бермеңіз

## Choices: hold_until
hold_until-now = Күтудің керегі жоқ
hold_until-six_months = 6 ай күтіңіз
hold_until-one_year = 1 жыл күтіңіз
hold_until-two_years = 2 жыл күтіңіз

## Choices: yes_no_unsure
yes_no_unsure-yes = Иә
yes_no_unsure-no = Жоқ
yes_no_unsure-unsure = Нақты білмеймін

## Choices: relation
relation-me = Менің
relation-family = Отбасымдағы біреудің
relation-saw = Басқа біреудің; өзім көрдім не естідім
relation-told = Басқа біреудің; маған өзі айтты
relation-group = Топтың не бірлестіктің

## Choices: incident_types
group-incident_types-distance = Қоңыраулар, хабарлар, қорқыту
group-incident_types-proxy = Отбасы арқылы қысым
group-incident_types-mobility = Паспорт, құжат, сапар
group-incident_types-digital = Телефон, компьютер, интернет
group-incident_types-community = Қауым ішіндегі аңду мен қысым
group-incident_types-hoststate = Тұратын елімнің әрекеттері
group-incident_types-direct = Бетпе-бет кездесу не күш қолдану
incident_types-threat_me = Мені қорқытты
incident_types-threat_death = Біреуді өлтіреміз деп қорқытты
incident_types-unwanted_contact = Полиция не үкімет адамдары маған телефон соқты не жазды
incident_types-embassy_summons = Елшілік не консулдық мені шақырды не сұраққа алды
incident_types-info_demand = Маған жеке құжатыңды не мәліметіңді жібер деді
incident_types-harassment = Қайта-қайта балағаттады не мазалады
incident_types-threat_family = Отбасымды қорқытты
incident_types-family_questioned = Отбасымды сұраққа алды не үйіне барды
incident_types-family_detained = Отбасымды ұстады не түрмеге қамады
incident_types-family_disappeared = Отбасым хабарсыз кетті; қайда екенін біле алмаймын
incident_types-family_penalty = Отбасым жұмысынан, оқуынан, үйінен айырылды не жолға шыға алмай қалды
incident_types-family_made_to_call = Отбасымды маған телефон соғуға не видеода сөйлеуге мәжбүр етті
incident_types-contact_cut = Отбасыммен енді хабарласа алмаймын
incident_types-passport_refused = Паспортымды жаңартып бермеді
incident_types-passport_taken = Паспортымды не құжаттарымды тартып алды не жарамсыз етті
incident_types-papers_refused = Туу, неке не басқа құжатты бермеді
incident_types-told_to_return = Құжат алу не отбасыңа көмектесу үшін қайтып кел деді
incident_types-travel_blocked = Жолға шығармады
incident_types-no_return = Маған қайтуға рұқсат жоқ
incident_types-family_no_exit = Отбасыма шығуға не маған келуге рұқсат жоқ
incident_types-phishing = Жалған хабарлар, сілтемелер не қолданбалар
incident_types-spyware = Телефоныма, компьютеріме не аккаунтыма бұзып кірді
incident_types-account_closed = Аккаунтымды жапты не бұғаттады
incident_types-doxxing = Жеке мәліметтерімді интернетке шығарды
incident_types-smear = Мен туралы интернетте не баспасөзде өтірік таратты
incident_types-impersonation = Біреу өзін мен деп не мен сенетін ұйым деп таныстырды
incident_types-recruit = Маған басқаларды аңды немесе олар туралы айтып тұр деді
incident_types-reported_on = Біреу мен туралы оларға айтып барды
incident_types-watched = Мені аңдыды, ізіме түсті, видеоға не суретке түсірді
incident_types-event_disrupted = Жиынға, наразылыққа не дәріске кедергі жасады
incident_types-job_study_pressure = Жұмыс, оқу не кәсіп арқылы қысым
incident_types-money_property = Ақшаны не мүлікті тартып алды не қолдандырмай қойды
incident_types-extortion = Біреу ақша талап етті
incident_types-hs_questioned = Тұратын елімде полиция не үкімет адамдары сұраққа алды
incident_types-hs_detained = Тұратын елімде ұстады не қамады
incident_types-hs_deport_risk = Кері қайтарып жібереміз деп қорқытты
incident_types-hs_deported = Біреуді кері қайтарып жіберді
incident_types-hs_asylum_refused = Пана сұрағанда бермеді
incident_types-interpol = Іздеу жариялады не біреуді қайтарып беруді сұрады
incident_types-visit = Бейтаныс адамдар не үкімет адамдары маған келді
incident_types-assault = Біреуді ұрды не жаралады
incident_types-abduction = Біреуді ұрлап алып кетті не алып кетпек болды
incident_types-break_in = Үйді не кеңсені тінтті не бұзып кірді
incident_types-sexual_harassment = Жыныстық қорқыту не тиісу
incident_types-killing_attempt = Біреуді өлтірді не өлтірмек болды
incident_types-something_else = Басқа нәрсе

## Choices: channels
channels-phone_known = Телефон, нөмірі көрінді
channels-phone_hidden = Телефон, нөмірі жасырын не жазып қойылған дауыс
channels-wechat = WeChat
channels-messenger = Хабар жазысатын басқа қолданба
channels-video_call = Отбасым мен үкімет адамдары қатысқан видеоқоңырау
channels-email = Электрондық пошта
channels-social_media = Әлеуметтік желі, көпшілікке ашық
channels-letter = Хат не сәлемдеме
channels-embassy = Елшілікте не консулдықта
channels-in_person = Басқа жерде, бетпе-бет
channels-via_family = Отбасым арқылы
channels-via_community = Қауымнан біреу арқылы
channels-border = Әуежайда не шекарада
channels-other = Басқа жолмен

## Choices: actors
actors-embassy = Елшілік не консулдық қызметкерлері
actors-homeland_police = Туған жердегі полиция не мемлекеттік қауіпсіздік
actors-local_cadre = Ауыл, көше не мекеме басшылары
actors-family_forced = Отбасым, амалы болмады
actors-community_member = Қауымнан біреу
actors-org_company = Компания, мектеп не бірлестік
actors-host_officials = Тұратын елімнің полициясы не үкімет адамдары
actors-online_unknown = Интернеттегі бейтаныс адамдар
actors-unknown = Білмеймін

## Choices: demands
demands-silence = Ашық айтуды доғару, жазбаларды өшіру
demands-info_self = Өз құжаттарымды не мәліметімді беру
demands-info_others = Басқалар туралы мәлімет беру
demands-spy = Оларға үнемі жұмыс істеу
demands-return = Қайтып бару
demands-leave_group = Топтан не шарадан кету
demands-statement = Мәлімдемеге қол қою, оны жаздыру не жариялау
demands-withdraw = Бұрын айтқанымнан қайту
demands-stop_search = Жоғалған отбасымды іздеуді доғару
demands-money = Ақша төлеу
demands-no_asylum = Пана сұрамау
demands-none_clear = Нақты ештеңе айтпады
demands-other = Басқа нәрсе

## Choices: effects
effects-fear = Қорқыныш, ұйқысыздық не уайым
effects-self_censor = Бұрынғыдан аз сөйлеймін не аз жазамын
effects-left_community = Қауымнан аулақ жүремін
effects-lost_contact = Отбасыммен байланысым үзілді
effects-family_harmed = Отбасыма жамандық келді
effects-no_papers = Жарамды құжатым жоқ
effects-moved = Үйімді не тұратын елімді ауыстырдым
effects-work_money = Жұмысымнан, оқуымнан не ақшамнан айырылдым
effects-complied = Айтқанын істедім
effects-refused = Көнбедім
effects-spoke_more = Бұрынғыдан көбірек айтамын
effects-none = Ештеңе өзгерген жоқ

## Choices: frequency
frequency-once = Бір рет
frequency-several = Бірнеше рет
frequency-ongoing = Әлі жалғасып жатыр

## Choices: evidence
evidence-messages = Хабарлар не экран суреттері
evidence-call_record = Қоңыраулар тізімі не жазбасы
evidence-documents = Құжаттар не хаттар
evidence-photos_video = Фото не видео
evidence-device = Вирус түскен болуы мүмкін телефон не компьютер
evidence-witness = Басқа адам көрді
evidence-nothing = Ештеңе жоқ

## Choices: told
told-nobody = Ешкімге
told-ngo = Адам құқығын қорғайтын ұйымға
told-public_db = Зардап шеккендердің ашық тізіміне не дерекқорына
told-journalist = Журналистке
told-police_helped = Полицияға не үкімет адамдарына; көмектесті
told-police_no_help = Полицияға не үкімет адамдарына; көмектеспеді
told-lawyer = Адвокатқа
told-un = Біріккен Ұлттар Ұйымына
told-friends = Отбасыма не достарыма

## Choices: community
community-uyghur = Ұйғыр
community-kazakh = Қазақ
community-kyrgyz = Қырғыз
community-uzbek = Өзбек
community-hui_dungan = Хуэй / Дүнген
community-tatar = Татар
community-tajik_pamiri = Тәжік / Памирлік
community-mongol = Моңғол
community-tibetan = Тибеттік
community-hongkonger = Гонконгтік
community-chinese = Қытай
community-other = Басқа

## Choices: gender
gender-woman = әйел адам
gender-man = ер адам
gender-other = екеуі де емес

## Choices: age_band
age_band-a18_29 = 18–29
age_band-a30_49 = 30–49
age_band-a50 = 50 не одан үлкен

## Choices: urgent
urgent-yes_now = Иә
urgent-worried = Қазір жоқ, бірақ алаңдаймын
urgent-no = Жоқ

## Choices: help_wanted
help_wanted-rights_info = Тұратын елімдегі құқықтарымды білу
help_wanted-legal = Заң жағынан көмек
help_wanted-papers = Құжат жағынан көмек
help_wanted-digital = Телефон мен компьютер қауіпсіздігіне көмек
help_wanted-counsel = Сөйлесетін адам
help_wanted-relatives = Жоғалған отбасымды табуға көмек
help_wanted-nothing = Ештеңе керек емес

## Choices: follow_up
follow_up-no_code = Код керек емес. Із қалмасын.
follow_up-code = Маған код беріңіз

## Choices: month
month-01 = Қаңтар
month-02 = Ақпан
month-03 = Наурыз
month-04 = Сәуір
month-05 = Мамыр
month-06 = Маусым
month-07 = Шілде
month-08 = Тамыз
month-09 = Қыркүйек
month-10 = Қазан
month-11 = Қараша
month-12 = Желтоқсан

## Choices: year
year-earlier = Одан бұрын

## Choices: country
country-transit = Елден елге бара жатқан жолда
region-country-central_asia = Орталық Азия
region-country-central_asia-only = Орталық Азияның бір жерінде
region-country-south_asia = Оңтүстік Азия
region-country-south_asia-only = Оңтүстік Азияның бір жерінде
region-country-se_east_asia = Шығыс және Оңтүстік-Шығыс Азия
region-country-se_east_asia-only = Шығыс не Оңтүстік-Шығыс Азияның бір жерінде
region-country-mena_turkey = Түркия, Таяу Шығыс және Солтүстік Африка
region-country-mena_turkey-only = Түркияның, Таяу Шығыстың не Солтүстік Африканың бір жерінде
region-country-europe_russia = Еуропа және Ресей
region-country-europe_russia-only = Еуропаның не Ресейдің бір жерінде
region-country-americas = Солтүстік және Оңтүстік Америка
region-country-americas-only = Солтүстік не Оңтүстік Американың бір жерінде
region-country-africa = Африка
region-country-africa-only = Африканың бір жерінде
region-country-oceania = Аустралия және Океания
region-country-oceania-only = Аустралияның не Океанияның бір жерінде

## Choices: language (names stay in their own language)
language-other = Басқа
