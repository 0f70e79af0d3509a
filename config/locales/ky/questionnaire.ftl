### status: draft, not reviewed

## Texts
text-title = Бизге жазыңыз
text-opening = Эмнени айтарыңызды өзүңүз чечесиз. Биринчи уячаны гана толтуруу керек. Калган суроолордун баарын өткөрүп жиберсеңиз болот. Каалаган убакта токтосоңуз болот. «Жөнөтүү» баскычын басмайынча эч нерсе сакталбайт.
text-content_note = Бул баракта коркутуу жана кысым жөнүндө суралат. Айрым суроолор көңүлүңүзгө оор тийиши мүмкүн. Кааласаңыз, тыныгып алыңыз.
text-who_reads = Жөнөткөнүңүздү изилдөөчүлөрдүн чакан тобу окуйт. Жазганыңыз келери менен биздин сервер аны кулпулайт. Андан кийин сервер аны кайра ача албайт. Топ аны интернетке кошулбаган компьютерлерде ачат.
text-server_sees = Сервер эмнени көрөт: сөздөрүңүз менен файлдарыңызды кулпулап жатканда, ал бир азга аларды окушу керек. Ким экениңизди, кайда экениңизди сервер жазып албайт. Ал анкетаңыз кайсы жумада келгенин сактайт. Кайсы күнү келгени сөздөрүңүз менен бирге кулпуланат.
text-do_not_write = Өзүңүздү да, үй-бүлөңүздү да сактаңыз. Эч кимдин атын жазбаңыз. Туулган шаарыңызды, айылыңызды же көчөңүздү жазбаңыз. Так күндү жазбаңыз. Телефон номерин же документтин номерин жазбаңыз. Кайда иштегениңизди, кайда окуганыңызды айтпаңыз. «Бир тууганым», «элчиликтен келген киши», «жазда» же «түндүктөгү бир шаар» деп жазсаңыз болот.
text-other_people = Коомчулуктагы башка адамдардын атын жазбаңыз. Алар сизге каршы иштейт деп ойлосоңуз да, жазбаңыз. Эмне кылынганын айтыңыз.
text-device = Өзүңүз ишенген телефонду же компьютерди колдонуңуз. WeChat бар телефонду же башка бирөө жөндөп берген телефонду колдонбоңуз. Бул барактын дарегин WeChat аркылуу эч кимге жөнөтпөңүз.
text-no_download = Биз сизден эч качан бир нерсе жүктөп алууну же орнотууну, катталып кирүүнү, акча төлөөнү, код сканерлөөнү сурабайбыз. Ушуга окшош барак ошону сураса, аны жабыңыз. Ал жалган.
text-limits = Бул туугандарыңызга, документтериңизге же башпаана сураган (качкын) ишиңизге жардам берет деп убада бере албайбыз. Сизди коргой албайбыз. Биз полиция да, элчилик да эмеспиз. Эч бир өкмөткө иштебейбиз.
text-not_emergency = Бул шашылыш жардам линиясы эмес. Жазганыңызды күндөп же жумалап эч ким окубай калышы мүмкүн. Эгер дал азыр сизге коркунуч туулуп турса, өзүңүз турган жердеги шашылыш жардамга телефон чалыңыз.
text-under_18 = Жашыңыз 18ге толо элек болсо, адегенде өзүңүз ишенген чоң киши менен сүйлөшүңүз. Ошондо да бизге жаза аласыз. Жашыңызды айтпаңыз.
text-no_consent_default = Эч нерсе тандабасаңыз, биз аны окуп гана коёбуз. Санабайбыз, үзүндү келтирбейбиз, эч кимге бербейбиз.
text-no_change_later = Кайра келүү үчүн код азырынча жок. Жөнөткөндөн кийин аны бул жерде өзгөртө да, кайтарып ала да албайсыз.
text-leaving = Тез чыгуу үчүн ушул терезени же баракты жабыңыз. Tor Browser ичинде «Жаңы инсан» («New identity») баарын жаап, унутат. Башка браузерлер бул барактын дарегин тарыхында сактап калышы мүмкүн: аны ошол жерден өчүрүңүз. Кийин бул телефонду же компьютерди караган адам эмне жөнөткөнүңүздү бул жерден көрө албайт. Бирок экранды же баскычтарды көзөмөлдөгөн программалар аны сиз жазып жатканда көрө алат.
text-thanks = Рахмат. Жөнөткөнүңүздү алдык. Азыр көңүлүңүз чөгүп же чарчап турушуңуз мүмкүн; көп адам ушундай болот. Эми эч нерсе кылуунун кереги жок. Браузерди тазалоо үчүн Tor Browser ичинде «Жаңы инсан» («New identity») дегенди тандап, анан аны жабыңыз. Башка браузерде бул баракты тарыхтан өчүрүп, анан аны жабыңыз.

## Sections
section-story = Сиздин окуяңыз
section-use = Аны кантип колдонсок болот
section-happened = Эмне болду
section-happened-note = Мунун баарына жооп бербесеңиз да болот. Жооптор бизге санап чыгууга жардам берет.
section-you = Өзүңүз жөнүндө
section-you-note = Жооп бербесеңиз да болот. Жашаган жериңизде сиздей адамдар аз болсо, өткөрүп жибериңиз.
section-last = Жөнөтөрдөн мурун

## Questions
field-testimony = Эмне болду? Каалаган тилде, каалаган тамга менен жазыңыз.
field-testimony-help = Эмне кылганын, кантип кылганын, эмнени талап кылганын, кийин эмне болгонун жазсаңыз болот. Бир окуя же бир нече окуя.
field-testimony_lang = Кайсы тилде жаздыңыз?
field-use_level = Жазганыңызды канчалык колдонсок болот? Ар бир кадам өзүнөн мурункуларды да камтыйт.
field-share_with = Аны башка бирөөгө берсек болобу? Макул болгонуңузду гана белгилеңиз.
field-hold_until = Колдонордон мурун күтө туралыбы?
field-hold_until-help = Тандабасаңыз, 6 ай күтөбүз.
field-third_party = Жазганыңыздан бирөө башка бир адамды таанып коюшу мүмкүнбү?
field-relation = Бул кимдин башынан өттү?
field-incident_types = Эмне кылышты? Туура келгендин баарын белгилеңиз.
field-channels = Алар сиз менен кантип байланышты?
field-actors = Билишиңизче, муну ким кылды?
field-actors-help = Топту белгилеңиз. Адамдын атын жазбаңыз.
field-demands = Алар эмнени талап кылышты?
field-effects = Ушундан улам эмне болду?
field-country = Бул болгондо сиз кайсы өлкөдө элеңиз?
field-country-help = Ал жерде сиздей адамдар аз болсо, өлкөнүн ордуна аймакты тандаңыз же өткөрүп жибериңиз.
field-year = Кайсы жылы? Бир нече жылга созулса, биринчи жылын тандаңыз.
field-month = Болжол менен кайсы айда?
field-month-help = Ушул ай аркылуу бирөө сизди таанып коюшу мүмкүн болсо, өткөрүп жибериңиз.
field-frequency = Канча жолу болду?
field-evidence = Муну көрсөтө турган бир нерсеңиз барбы? Аны жөнөтүү милдеттүү эмес.
field-told = Бул жөнүндө мурун бирөөгө айттыңыз беле?
field-told-help = Бул бир окуяны эки жолу санабоого жардам берет.
field-community = Сиз кайсы коомчулуктансыз?
field-gender = Сиз …
field-age_band = Жашыңыз
field-urgent = Дал азыр сизге же жазганыңыздагы бирөөгө коркунуч туулуп турабы?
field-urgent-help = Биз муну кеч окушубуз мүмкүн. Ушул барактын башындагы кеңешти караңыз.
field-help_wanted = Булардын бири сизге жардам болор беле? Код алсаңыз гана жооп бере алабыз.
field-follow_up = Кийин жооп окуу үчүн же чечимиңизди өзгөртүү үчүн код керекпи?
field-contact_note = Сиз менен байланышуунун башка жолу (сунуштабайбыз)
field-attachments = Кошкуңуз келсе, файлдар
field-attachments-help = Сүрөт, видео, үн: мисалы, экран сүрөтү (скриншот) же телефондогу сүйлөшүүнүн жазуусу. Файл кулпуланардан мурун ичиндеги жашыруун маалыматсыз жаңыдан жасалат: аты, жери менен убактысы, кайсы телефон экени, эскертмелер менен кичинекей үлгү сүрөттөр алынып салынат. Сүрөттүн же үндүн өзү ошол бойдон калат. Андагы жүздөр, үндөр, ысымдар, жерлер, бөлмөнүн көрүнүшү да калат. Биз буларды алып сала албайбыз. Жөнөтөрдөн мурун аларды жаап коюңуз же файлды кошпоңуз.

prefer_not = Айткым келбейт
## Choices: use_level
use_level-read_only = Окуп гана коюңуз. Санабаңыз, үзүндү келтирбеңиз.
use_level-count = Жалпы санга кошсоңуз болот, окуямды айтпай.
use_level-summary = Кээ бир жерин өзгөртүп же алып салып, өз сөзүңүз менен айтып берсеңиз болот.
use_level-quote = Майда-чүйдөсүн алып салып, үзүндү келтирсеңиз болот.
use_level-full = Ким экенимди көрсөткөн жерлерин алып салып, баарын жарыяласаңыз болот.

## Choices: share_with
share_with-partner_ngo = Адам укуктарын коргогон башка уюмдарга
share_with-un = Бириккен Улуттар Уюмунун адам укуктары боюнча органдарына
share_with-court = Сотторго жана расмий тергөөчүлөргө
share_with-host_state = Жашаган өлкөмдүн өкмөтүнө же полициясына
share_with-press = Журналисттерге
share_with-archive = Кийинки изилдөөлөр үчүн жабык архивге
share_with-nobody = Башка эч кимге бербеңиз

## Choices: hold_until
hold_until-now = Күтүүнүн кереги жок
hold_until-six_months = 6 ай күтүңүз
hold_until-one_year = 1 жыл күтүңүз
hold_until-two_years = 2 жыл күтүңүз

## Choices: yes_no_unsure
yes_no_unsure-yes = Ооба
yes_no_unsure-no = Жок
yes_no_unsure-unsure = Так билбейм

## Choices: relation
relation-me = Менин
relation-family = Үй-бүлөмдөгү бирөөнүн
relation-saw = Башка бирөөнүн; өзүм көрдүм же уктум
relation-told = Башка бирөөнүн; мага өзү айтты
relation-group = Топтун же бирикменин

## Choices: incident_types
group-incident_types-distance = Чалуулар, билдирүүлөр, коркутуу
group-incident_types-proxy = Үй-бүлө аркылуу кысым
group-incident_types-mobility = Паспорт, документ, сапар
group-incident_types-digital = Телефон, компьютер, интернет
group-incident_types-community = Коомчулуктагы аңдуу жана кысым
group-incident_types-hoststate = Жашаган өлкөмдүн аракеттери
group-incident_types-direct = Бетме-бет же күч колдонуу
incident_types-threat_me = Мени коркутушту
incident_types-threat_death = Бирөөнү өлтүрөбүз деп коркутушту
incident_types-unwanted_contact = Полиция же бийлик өкүлдөрү мага телефон чалды же жазды
incident_types-embassy_summons = Элчилик же консулдук мени чакырды же суракка алды
incident_types-info_demand = Мага жеке документиңди же маалыматыңды жөнөт дешти
incident_types-harassment = Кайра-кайра кордошту же тынчымды алышты
incident_types-threat_family = Үй-бүлөмдү коркутушту
incident_types-family_questioned = Үй-бүлөмдү суракка алышты же үйүнө барышты
incident_types-family_detained = Үй-бүлөмдү кармашты же түрмөгө камашты
incident_types-family_disappeared = Үй-бүлөм дайынсыз жок болду; кайда экенин биле албай жатам
incident_types-family_penalty = Үй-бүлөм жумушунан, окуусунан, үйүнөн ажырады же жолго чыга албай калды
incident_types-family_made_to_call = Үй-бүлөмдү мага телефон чалууга же видеодо сүйлөөгө мажбурлашты
incident_types-contact_cut = Үй-бүлөм менен эми байланыша албайм
incident_types-passport_refused = Паспортумду жаңыртып беришкен жок
incident_types-passport_taken = Паспортумду же документтеримди тартып алышты же жараксыз кылышты
incident_types-papers_refused = Туулуу, нике же башка документти беришкен жок
incident_types-told_to_return = Документ алуу же үй-бүлөңө жардам берүү үчүн кайтып кел дешти
incident_types-travel_blocked = Жолго чыгарышкан жок
incident_types-no_return = Мага кайтууга уруксат жок
incident_types-family_no_exit = Үй-бүлөмө чыгууга же мага келүүгө уруксат жок
incident_types-phishing = Жалган билдирүүлөр, шилтемелер же тиркемелер
incident_types-spyware = Телефонума, компьютериме же аккаунтума бузуп киришти
incident_types-account_closed = Аккаунтумду жабышты же бөгөттөштү
incident_types-doxxing = Жеке маалыматымды интернетке чыгарышты
incident_types-smear = Мен жөнүндө интернетте же басма сөздө калп таратышты
incident_types-impersonation = Бирөө өзүн мен деп же мен ишенген уюм деп тааныштырды
incident_types-recruit = Мага башкаларды аңды же алар жөнүндө айтып тур дешти
incident_types-reported_on = Бирөө мен жөнүндө аларга айтып барды
incident_types-watched = Мени аңдышты, артымдан ээрчишти, видеого же сүрөткө тартышты
incident_types-event_disrupted = Жыйынга, нааразылыкка же лекцияга тоскоол болушту
incident_types-job_study_pressure = Жумуш, окуу же ишкердик аркылуу кысым
incident_types-money_property = Акчаны же мүлктү тартып алышты же колдондурбай коюшту
incident_types-extortion = Бирөө акча талап кылды
incident_types-hs_questioned = Жашаган өлкөмдө полиция же бийлик өкүлдөрү суракка алды
incident_types-hs_detained = Жашаган өлкөмдө кармашты же камашты
incident_types-hs_deport_risk = Кайра кайтарып жиберебиз деп коркутушту
incident_types-hs_deported = Бирөөнү кайра кайтарып жиберишти
incident_types-hs_asylum_refused = Башпаана сураганда беришкен жок
incident_types-interpol = Издөө жарыялашты же бирөөнү кайтарып берүүнү сурашты
incident_types-visit = Бейтааныш адамдар же бийлик өкүлдөрү мага келди
incident_types-assault = Бирөөнү сабашты же жарадар кылышты
incident_types-abduction = Бирөөнү уурдап кетишти же уурдап кетмек болушту
incident_types-break_in = Үйдү же кеңсени тинтишти же бузуп киришти
incident_types-sexual_harassment = Жыныстык коркутуу же асылуу
incident_types-killing_attempt = Бирөөнү өлтүрүштү же өлтүрмөк болушту
incident_types-something_else = Башка нерсе

## Choices: channels
channels-phone_known = Телефон, номери көрүндү
channels-phone_hidden = Телефон, номери жашыруун же жазылган үн
channels-wechat = WeChat
channels-messenger = Кат жазышуучу башка тиркеме
channels-video_call = Үй-бүлөм жана бийлик өкүлдөрү катышкан видеочалуу
channels-email = Электрондук почта
channels-social_media = Социалдык тармак, баарына ачык
channels-letter = Кат же посылка
channels-embassy = Элчиликте же консулдукта
channels-in_person = Башка жерде, бетме-бет
channels-via_family = Үй-бүлөм аркылуу
channels-via_community = Коомчулуктан бирөө аркылуу
channels-border = Аэропортто же чек арада
channels-other = Башка жол менен

## Choices: actors
actors-embassy = Элчилик же консулдук кызматкерлери
actors-homeland_police = Туулган жердеги полиция же мамлекеттик коопсуздук
actors-local_cadre = Айыл, көчө же мекеме башчылары
actors-family_forced = Үй-бүлөм, аргасы жок эле
actors-community_member = Коомчулуктан бирөө
actors-org_company = Компания, мектеп же бирикме
actors-host_officials = Жашаган өлкөмдүн полициясы же бийлик өкүлдөрү
actors-online_unknown = Интернеттеги бейтааныш адамдар
actors-unknown = Билбейм

## Choices: demands
demands-silence = Ачык айтууну токтотуу, жазгандарды өчүрүү
demands-info_self = Өз документтеримди же маалыматымды берүү
demands-info_others = Башкалар жөнүндө маалымат берүү
demands-spy = Аларга дайыма иштөө
demands-return = Кайтып баруу
demands-leave_group = Топтон же иш-чарадан кетүү
demands-statement = Билдирүүгө кол коюу, аны жаздыруу же жарыялоо
demands-withdraw = Мурун айтканымдан кайтуу
demands-stop_search = Жоголгон үй-бүлөмдү издөөнү токтотуу
demands-money = Акча төлөө
demands-no_asylum = Башпаана сурабоо
demands-none_clear = Так эч нерсе айтышкан жок
demands-other = Башка нерсе

## Choices: effects
effects-fear = Коркуу, уйкусуздук же кайгы
effects-self_censor = Мурункудан аз сүйлөйм же аз жазам
effects-left_community = Коомчулуктан алыс жүрөм
effects-lost_contact = Үй-бүлөм менен байланышым үзүлдү
effects-family_harmed = Үй-бүлөмө жамандык келди
effects-no_papers = Жарактуу документим жок
effects-moved = Үйүмдү же жашаган өлкөмдү алмаштырдым
effects-work_money = Жумушумдан, окуумдан же акчамдан ажырадым
effects-complied = Айтканын кылдым
effects-refused = Көнгөн жокмун
effects-spoke_more = Мурункудан көбүрөөк айтам
effects-none = Эч нерсе өзгөргөн жок

## Choices: frequency
frequency-once = Бир жолу
frequency-several = Бир нече жолу
frequency-ongoing = Али уланып жатат

## Choices: evidence
evidence-messages = Билдирүүлөр же экран сүрөттөрү
evidence-call_record = Чалуулар тизмеси же жазуусу
evidence-documents = Документтер же каттар
evidence-photos_video = Сүрөт же видео
evidence-device = Вирус кирген болушу мүмкүн телефон же компьютер
evidence-witness = Башка адам көрдү
evidence-nothing = Эч нерсе жок

## Choices: told
told-nobody = Эч кимге
told-ngo = Адам укуктарын коргогон уюмга
told-public_db = Жабыркагандардын ачык тизмесине же маалымат базасына
told-journalist = Журналистке
told-police_helped = Полицияга же бийлик өкүлдөрүнө; жардам беришти
told-police_no_help = Полицияга же бийлик өкүлдөрүнө; жардам беришкен жок
told-lawyer = Адвокатка
told-un = Бириккен Улуттар Уюмуна
told-friends = Үй-бүлөмө же досторума

## Choices: community
community-uyghur = Уйгур
community-kazakh = Казак
community-kyrgyz = Кыргыз
community-uzbek = Өзбек
community-hui_dungan = Хуэй / Дунган
community-tatar = Татар
community-tajik_pamiri = Тажик / Памирлик
community-mongol = Монгол
community-tibetan = Тибеттик
community-hongkonger = Гонконгдук
community-chinese = Кытай
community-other = Башка

## Choices: gender
gender-woman = аял киши
gender-man = эркек киши
gender-other = экөө да эмес

## Choices: age_band
age_band-a18_29 = 18–29
age_band-a30_49 = 30–49
age_band-a50 = 50 же андан улуу

## Choices: urgent
urgent-yes_now = Ооба
urgent-worried = Азыр жок, бирок тынчсызданып жатам
urgent-no = Жок

## Choices: help_wanted
help_wanted-rights_info = Жашаган өлкөмдөгү укуктарымды билүү
help_wanted-legal = Юридикалык жардам
help_wanted-papers = Документ жагынан жардам
help_wanted-digital = Телефон менен компьютердин коопсуздугу боюнча жардам
help_wanted-counsel = Сүйлөшө турган адам
help_wanted-relatives = Жоголгон үй-бүлөмдү табууга жардам
help_wanted-nothing = Эч нерсе керек эмес

## Choices: follow_up
follow_up-no_code = Код керек эмес. Из калбасын.
follow_up-code = Мага код бериңиз

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
year-earlier = Андан мурун

## Choices: country
country-transit = Өлкөдөн өлкөгө бара жаткан жолдо
region-country-central_asia = Борбордук Азия
region-country-central_asia-only = Борбордук Азиянын бир жеринде
region-country-south_asia = Түштүк Азия
region-country-south_asia-only = Түштүк Азиянын бир жеринде
region-country-se_east_asia = Чыгыш жана Түштүк-Чыгыш Азия
region-country-se_east_asia-only = Чыгыш же Түштүк-Чыгыш Азиянын бир жеринде
region-country-mena_turkey = Түркия, Жакынкы Чыгыш жана Түндүк Африка
region-country-mena_turkey-only = Түркиянын, Жакынкы Чыгыштын же Түндүк Африканын бир жеринде
region-country-europe_russia = Европа жана Россия
region-country-europe_russia-only = Европанын же Россиянын бир жеринде
region-country-americas = Түндүк жана Түштүк Америка
region-country-americas-only = Түндүк же Түштүк Американын бир жеринде
region-country-africa = Африка
region-country-africa-only = Африканын бир жеринде
region-country-oceania = Австралия жана Океания
region-country-oceania-only = Австралиянын же Океаниянын бир жеринде

## Choices: language (names stay in their own language)
language-other = Башка
