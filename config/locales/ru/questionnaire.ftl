### status: draft, not reviewed

## Texts
text-title = Напишите нам
text-opening = Вы сами решаете, что нам рассказать. Нужно заполнить только первое поле. Все остальные вопросы можно пропустить. Остановиться можно в любой момент. Ничего не сохраняется, пока вы не нажмёте «Отправить».
text-content_note = На этой странице есть вопросы об угрозах и давлении. Некоторые могут вас расстроить. Делайте перерыв, когда захотите.
text-who_reads = То, что вы пришлёте, читает маленькая группа исследователей. Наш сервер запирает это сразу, как только получит. После этого сервер уже не может это открыть. Группа открывает это на компьютерах, которые не подключены к интернету.
text-server_sees = Что видит сервер: пока он запирает ваши слова и файлы, ему нужно на мгновение их прочитать. Он не записывает, кто вы и где вы. Он сохраняет, на какой неделе пришла ваша форма. День запирается вместе с вашими словами.
text-do_not_write = Пожалуйста, берегите себя и свою семью. Не пишите имён. Не пишите свой родной город, село или улицу. Не пишите точных дат. Не пишите номеров телефона и документов. Не говорите, где вы работаете или учитесь. Можно писать так: «мой брат», «мужчина из посольства», «весной» или «город на севере».
text-other_people = Пожалуйста, не называйте других людей из общины, даже если думаете, что они действуют против вас. Расскажите, что было сделано.
text-device = Пожалуйста, пишите с устройства, которому вы доверяете. Не пишите с телефона, на котором есть WeChat или который вам настроил кто-то другой. Никому не отправляйте адрес этой страницы через WeChat.
text-no_download = Мы никогда не попросим вас что-то скачать или установить, войти в аккаунт, заплатить или отсканировать код. Если похожая страница просит об этом, закройте её. Она поддельная.
text-limits = Мы не можем обещать, что это поможет вашим родным, вашим документам или вашему делу об убежище. Мы не можем вас защитить. Мы не полиция и не посольство. Мы не работаем ни на какое правительство.
text-not_emergency = Это не служба срочной помощи. Возможно, несколько дней или недель этого никто не прочитает. Если вы сейчас в опасности, звоните в экстренные службы там, где вы находитесь.
text-under_18 = Если вам нет 18 лет, пожалуйста, сначала поговорите со взрослым, которому вы доверяете. Написать нам всё равно можно. Не говорите нам свой возраст.
text-no_consent_default = Если вы ничего не выберете, мы только прочитаем. Мы не будем включать это в подсчёты, цитировать или кому-то передавать.
text-no_change_later = Кода, с которым можно вернуться, пока нет. После отправки здесь уже нельзя ничего изменить или забрать назад.
text-leaving = Чтобы быстро уйти, закройте это окно или вкладку. В Tor Browser «Новая личность» закрывает и забывает всё. Другие браузеры могут сохранить адрес этой страницы в истории: удалите его оттуда. Тот, кто потом заглянет в это устройство, не увидит здесь, что вы отправили. Но программы, которые следят за экраном или клавишами, могут видеть это, пока вы пишете.
text-thanks = Спасибо. Мы это получили. Сейчас вам может быть тяжело, или вы могли устать; так бывает со многими. Больше ничего делать не нужно. Чтобы очистить этот браузер, выберите «Новая личность» в Tor Browser, потом закройте браузер. В другом браузере удалите эту страницу из истории, потом закройте браузер.

## Sections
section-story = Ваш рассказ
section-use = Как мы можем его использовать
section-happened = Что произошло
section-happened-note = На эти вопросы можно не отвечать. Ответы помогают нам считать случаи.
section-you = О вас
section-you-note = Это необязательно. Пропустите, если там, где вы живёте, мало таких людей, как вы.
section-last = Перед отправкой

## Questions
field-testimony = Что произошло? Пишите на любом языке и любыми буквами.
field-testimony-help = Можно написать: что сделали, как, чего хотели и что было потом. Один случай или много.
field-testimony_lang = На каком языке вы написали?
field-use_level = Как мы можем использовать то, что вы написали? Каждый следующий ответ включает предыдущие.
field-share_with = Можно ли передать это кому-то ещё? Отметьте только тех, кому вы разрешаете.
field-hold_until = Подождать ли нам, прежде чем это использовать?
field-hold_until-help = Если вы не выберете, мы подождём 6 месяцев.
field-third_party = Можно ли по вашему рассказу узнать другого человека?
field-relation = С кем это произошло?
field-incident_types = Что сделали? Отметьте всё, что подходит.
field-channels = Как с вами связались?
field-actors = Кто это сделал, насколько вы знаете?
field-actors-help = Пожалуйста, отметьте группу. Не называйте имени.
field-demands = Чего они хотели?
field-effects = Что случилось из-за этого?
field-country = В какой стране вы были, когда это произошло?
field-country-help = Если там мало таких людей, как вы, выберите регион вместо страны или пропустите этот вопрос.
field-year = В каком году? Если это длилось годами, выберите первый.
field-month = Примерно в каком месяце?
field-month-help = Пропустите, если по месяцу кто-то может понять, что это вы.
field-frequency = Как часто?
field-evidence = Есть ли у вас что-то, что это показывает? Отправлять это не обязательно.
field-told = Рассказывали ли вы об этом кому-нибудь раньше?
field-told-help = Это поможет нам не посчитать один случай дважды.
field-community = К какой общине вы относитесь?
field-gender = Вы …
field-age_band = Ваш возраст
field-urgent = Вы или кто-то из вашего рассказа сейчас в опасности?
field-urgent-help = Мы можем прочитать это поздно. Посмотрите советы в начале страницы.
field-help_wanted = Помогло бы вам что-то из этого? Мы сможем ответить, только если у вас будет код.
field-follow_up = Хотите код, чтобы прочитать ответ или потом передумать?
field-contact_note = Другой способ связаться с вами (не советуем)
field-attachments = Файлы, если хотите добавить
field-attachments-help = Картинки, видео и звук: например, скриншот или запись звонка. Прежде чем запереть файл, мы делаем его заново без того, что в нём скрыто: без имени файла, места и времени, телефона, комментариев и маленьких копий картинки. Изображение и звук остаются как есть, и всё, что в них видно и слышно, тоже: лица, голоса, имена, места, вид комнаты. Это мы убрать не можем. Закройте или закрасьте это перед отправкой или не отправляйте файл.

prefer_not = Не хочу отвечать
## Choices: use_level
use_level-read_only = Только прочитать. Не включать в подсчёты и не цитировать.
use_level-count = Можно включить в общие подсчёты, без самого рассказа.
use_level-summary = Можно пересказать своими словами: подробности изменить или убрать.
use_level-quote = Можно цитировать части: подробности убрать.
use_level-full = Можно опубликовать всё, кроме того, что показывает, кто я.

## Choices: share_with
share_with-partner_ngo = Другим правозащитным группам
share_with-un = Органам ООН по правам человека
share_with-court = Судам и официальным следователям
share_with-host_state = Властям или полиции страны, где я живу
share_with-press = Журналистам
share_with-archive = В закрытый архив для будущих исследований
share_with-nobody = Больше никому

## Choices: hold_until
hold_until-now = Ждать не нужно
hold_until-six_months = Подождать 6 месяцев
hold_until-one_year = Подождать 1 год
hold_until-two_years = Подождать 2 года

## Choices: yes_no_unsure
yes_no_unsure-yes = Да
yes_no_unsure-no = Нет
yes_no_unsure-unsure = Не знаю точно

## Choices: relation
relation-me = Со мной
relation-family = С кем-то из моей семьи
relation-saw = С другим человеком; это было при мне
relation-told = С другим человеком; мне рассказали
relation-group = С группой или объединением

## Choices: incident_types
group-incident_types-distance = Звонки, сообщения и угрозы
group-incident_types-proxy = Давление через семью
group-incident_types-mobility = Паспорта, документы и поездки
group-incident_types-digital = Телефоны, компьютеры и интернет
group-incident_types-community = Слежка и давление в общине
group-incident_types-hoststate = Действия властей там, где я живу
group-incident_types-direct = При личной встрече, насилие
incident_types-threat_me = Мне угрожали
incident_types-threat_death = Кому-то угрожали смертью
incident_types-unwanted_contact = Мне звонили или писали полиция или чиновники
incident_types-embassy_summons = Посольство или консульство вызвало меня или задавало вопросы
incident_types-info_demand = Мне велели прислать личные документы или данные
incident_types-harassment = Оскорбления или травля снова и снова
incident_types-threat_family = Моей семье угрожали
incident_types-family_questioned = Мою семью допрашивали или к ней приходили
incident_types-family_detained = Моих родных задержали или посадили в тюрьму
incident_types-family_disappeared = Мои родные пропали; не могу узнать, где они
incident_types-family_penalty = Моя семья лишилась работы, учёбы, жилья или поездок
incident_types-family_made_to_call = Мою семью заставили звонить мне или говорить на видео
incident_types-contact_cut = Больше не могу связаться с семьёй
incident_types-passport_refused = Мне не продлили паспорт
incident_types-passport_taken = Мой паспорт или документы забрали или аннулировали
incident_types-papers_refused = Не дали документ о рождении, браке или другой
incident_types-told_to_return = Мне велели вернуться, чтобы получить документы или помочь семье
incident_types-travel_blocked = Не дали поехать
incident_types-no_return = Мне не разрешают вернуться
incident_types-family_no_exit = Моей семье не разрешают уехать или приехать ко мне
incident_types-phishing = Поддельные сообщения, ссылки или приложения
incident_types-spyware = Мой телефон, компьютер или аккаунт взломали
incident_types-account_closed = Мой аккаунт закрыли или заблокировали
incident_types-doxxing = Мои личные данные выложили в интернет
incident_types-smear = Ложь обо мне в интернете или в прессе
incident_types-impersonation = Кто-то выдавал себя за меня или за группу, которой я доверяю
incident_types-recruit = Меня просили следить за другими или сообщать о них
incident_types-reported_on = Кто-то сообщил обо мне
incident_types-watched = За мной следили, ходили следом, меня снимали на видео или фото
incident_types-event_disrupted = Помешали собранию, протесту или лекции
incident_types-job_study_pressure = Давление через работу, учёбу или бизнес
incident_types-money_property = Деньги или имущество забрали или заморозили
incident_types-extortion = Кто-то требовал денег
incident_types-hs_questioned = Допрос полиции или чиновников там, где я живу
incident_types-hs_detained = Арест или задержание там, где я живу
incident_types-hs_deport_risk = Угрожали выслать обратно
incident_types-hs_deported = Кого-то выслали обратно
incident_types-hs_asylum_refused = В убежище отказали
incident_types-interpol = Объявление в розыск или просьба выслать человека
incident_types-visit = Ко мне приходили незнакомые люди или чиновники
incident_types-assault = Кого-то ударили или ранили
incident_types-abduction = Кого-то увезли силой или пытались
incident_types-break_in = Дом или офис обыскали или взломали
incident_types-sexual_harassment = Сексуальные угрозы или домогательства
incident_types-killing_attempt = Кого-то убили или пытались убить
incident_types-something_else = Другое

## Choices: channels
channels-phone_known = Звонок, номер был виден
channels-phone_hidden = Звонок, номер скрыт или голос в записи
channels-wechat = WeChat
channels-messenger = Другой мессенджер
channels-video_call = Видеозвонок с семьёй и чиновниками
channels-email = Электронная почта
channels-social_media = Соцсети, открыто для всех
channels-letter = Письмо или посылка
channels-embassy = В посольстве или консульстве
channels-in_person = Лично, в другом месте
channels-via_family = Через мою семью
channels-via_community = Через кого-то из общины
channels-border = В аэропорту или на границе
channels-other = Другим способом

## Choices: actors
actors-embassy = Сотрудники посольства или консульства
actors-homeland_police = Полиция или госбезопасность с родины
actors-local_cadre = Начальство из села, квартала или с места работы
actors-family_forced = Моя семья, у неё не было выбора
actors-community_member = Кто-то из общины
actors-org_company = Компания, школа или объединение
actors-host_officials = Полиция или чиновники там, где я живу
actors-online_unknown = Неизвестные люди в интернете
actors-unknown = Не знаю

## Choices: demands
demands-silence = Молчать, удалить свои записи
demands-info_self = Отдать свои документы или данные
demands-info_others = Дать сведения о других
demands-spy = Постоянно работать на них
demands-return = Вернуться
demands-leave_group = Уйти из группы или с мероприятия
demands-statement = Подписать, записать или выложить заявление
demands-withdraw = Отказаться от своих прежних слов
demands-stop_search = Больше не спрашивать о пропавших родных
demands-money = Заплатить
demands-no_asylum = Не просить убежища
demands-none_clear = Ничего определённого
demands-other = Другое

## Choices: effects
effects-fear = Страх, плохой сон или печаль
effects-self_censor = Меньше говорю или пишу в сети
effects-left_community = Держусь подальше от общины
effects-lost_contact = Связь с семьёй потеряна
effects-family_harmed = С семьёй случилось плохое
effects-no_papers = У меня нет действующих документов
effects-moved = Пришлось сменить жильё или страну
effects-work_money = Потеря работы, учёбы или денег
effects-complied = Пришлось сделать то, чего они хотели
effects-refused = Отказываюсь это делать
effects-spoke_more = Больше говорю открыто
effects-none = Ничего не изменилось

## Choices: frequency
frequency-once = Один раз
frequency-several = Несколько раз
frequency-ongoing = Продолжается до сих пор

## Choices: evidence
evidence-messages = Сообщения или скриншоты
evidence-call_record = Список звонков или запись
evidence-documents = Документы или письма
evidence-photos_video = Фото или видео
evidence-device = Телефон или компьютер, который могли заразить
evidence-witness = Другой человек это видел
evidence-nothing = Ничего

## Choices: told
told-nobody = Никому
told-ngo = Правозащитной группе
told-public_db = В открытый список пострадавших
told-journalist = Журналисту
told-police_helped = Полиции или чиновникам; они помогли
told-police_no_help = Полиции или чиновникам; они не помогли
told-lawyer = Юристу
told-un = В ООН
told-friends = Семье или друзьям

## Choices: community
community-uyghur = Уйгурская
community-kazakh = Казахская
community-kyrgyz = Кыргызская
community-uzbek = Узбекская
community-hui_dungan = Хуэйская / дунганская
community-tatar = Татарская
community-tajik_pamiri = Таджикская / памирская
community-mongol = Монгольская
community-tibetan = Тибетская
community-hongkonger = Гонконгская
community-chinese = Китайская
community-other = Другая

## Choices: gender
gender-woman = женщина
gender-man = мужчина
gender-other = ни то ни другое

## Choices: age_band
age_band-a18_29 = 18–29
age_band-a30_49 = 30–49
age_band-a50 = 50 или больше

## Choices: urgent
urgent-yes_now = Да
urgent-worried = Сейчас нет, но мне тревожно
urgent-no = Нет

## Choices: help_wanted
help_wanted-rights_info = Узнать свои права там, где я живу
help_wanted-legal = Помощь юриста
help_wanted-papers = Помощь с документами
help_wanted-digital = Помощь с защитой телефона и компьютера
help_wanted-counsel = Человек, с которым можно поговорить
help_wanted-relatives = Помощь в поиске пропавших родных
help_wanted-nothing = Ничего

## Choices: follow_up
follow_up-no_code = Без кода. Не оставлять следов.
follow_up-code = Дайте мне код

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
year-earlier = Раньше

## Choices: country
country-transit = В пути между странами
region-country-central_asia = Центральная Азия
region-country-central_asia-only = Где-то в Центральной Азии
region-country-south_asia = Южная Азия
region-country-south_asia-only = Где-то в Южной Азии
region-country-se_east_asia = Восточная и Юго-Восточная Азия
region-country-se_east_asia-only = Где-то в Восточной или Юго-Восточной Азии
region-country-mena_turkey = Турция, Ближний Восток и Северная Африка
region-country-mena_turkey-only = Где-то в Турции, на Ближнем Востоке или в Северной Африке
region-country-europe_russia = Европа и Россия
region-country-europe_russia-only = Где-то в Европе или России
region-country-americas = Северная и Южная Америка
region-country-americas-only = Где-то в Северной или Южной Америке
region-country-africa = Африка
region-country-africa-only = Где-то в Африке
region-country-oceania = Австралия и Океания
region-country-oceania-only = Где-то в Австралии или Океании

## Choices: language (names stay in their own language)
language-other = Другой
