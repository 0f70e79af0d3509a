### status: draft, not reviewed

## Texts
text-title = Bize yazın
text-opening = Bize ne anlatacağınıza siz karar verirsiniz. Yalnızca ilk kutuyu doldurmanız gerekir. Diğer bütün soruları boş bırakabilirsiniz. İstediğiniz an durabilirsiniz. “Gönder” düğmesine basana kadar hiçbir şey kaydedilmez.
text-content_note = Bu sayfada tehdit ve baskıyla ilgili sorular var. Bazı sorular sizi üzebilir. İstediğiniz zaman ara verin.
text-who_reads = Gönderdiklerinizi küçük bir araştırmacı ekibi okur. Sunucumuz bunları gelir gelmez kilitler. Ondan sonra sunucu bunları bir daha açamaz. Ekip bunları internete bağlı olmayan bilgisayarlarda açar.
text-server_sees = Sunucunun görebildikleri: yazdıklarınızı ve dosyalarınızı kilitlerken kısa bir an için onları okuması gerekir. Kim olduğunuzu veya nerede olduğunuzu kaydetmez. Formunuzun hangi hafta geldiğini kaydeder. Hangi gün geldiği ise yazdıklarınızla birlikte kilitlenir.
text-do_not_write = Lütfen kendinizi ve ailenizi koruyun. İsim yazmayın. Kendi şehrinizi, köyünüzü veya sokağınızı yazmayın. Tam tarih yazmayın. Telefon veya kimlik numarası yazmayın. Nerede çalıştığınızı veya okuduğunuzu yazmayın. Şöyle yazabilirsiniz: “kardeşim”, “elçilikten bir adam”, “ilkbaharda” veya “kuzeyde bir şehir”.
text-other_people = Lütfen topluluktaki başka kişilerin adını yazmayın, size karşı çalıştıklarını düşünseniz bile. Bize ne yapıldığını anlatın.
text-device = Lütfen güvendiğiniz bir cihaz kullanın. İçinde WeChat olan veya sizin için başkasının kurduğu bir telefonu kullanmayın. Bu sayfanın adresini WeChat ile kimseye göndermeyin.
text-no_download = Sizden hiçbir zaman bir şey indirmenizi, kurmanızı, bir hesaba girmenizi, para ödemenizi veya kod okutmanızı istemeyiz. Buna benzeyen bir sayfa bunları isterse kapatın. O sayfa sahtedir.
text-limits = Bunun yakınlarınıza, belgelerinize veya sığınma başvurunuza yararı olacağına söz veremeyiz. Sizi koruyamayız. Biz polis veya elçilik değiliz. Hiçbir hükümet için çalışmıyoruz.
text-not_emergency = Burası acil yardım hattı değildir. Yazdığınızı günlerce veya haftalarca kimse okumayabilir. Şu anda tehlikedeyseniz bulunduğunuz yerdeki acil yardım numarasını arayın.
text-under_18 = 18 yaşından küçükseniz lütfen önce güvendiğiniz bir yetişkinle konuşun. Yine de bize yazabilirsiniz. Bize yaşınızı söylemeyin.
text-no_consent_default = Bir seçim yapmazsanız yazdığınızı yalnızca okuruz. Onu sayılara katmayız, ondan alıntı yapmayız, kimseye vermeyiz.
text-no_change_later = Sonradan geri gelmek için henüz bir kod yok. Gönderdikten sonra yazdığınızı buradan değiştiremez veya geri alamazsınız.
text-leaving = Hızla çıkmak için bu pencereyi veya sekmeyi kapatın. Tor Browser’da “Kimliği yenile” her şeyi kapatır ve unutur. Diğer tarayıcılar bu sayfanın adresini geçmişte tutabilir: onu oradan silin. Bu cihaza sonradan bakan biri, gönderdiklerinizi burada göremez. Ama ekranı veya tuşları izleyen programlar, siz yazarken onları görebilir.
text-thanks = Teşekkür ederiz. Yazdıklarınız bize ulaştı. Şimdi üzgün veya yorgun olabilirsiniz; birçok insan böyle hisseder. Başka bir şey yapmanız gerekmiyor. Bu tarayıcıyı temizlemek için Tor Browser’da “Kimliği yenile” seçeneğini seçin, sonra tarayıcıyı kapatın. Başka bir tarayıcıda bu sayfayı geçmişten silin, sonra tarayıcıyı kapatın.

## Sections
section-story = Başınızdan geçenler
section-use = Bunu nasıl kullanabiliriz
section-happened = Neler oldu
section-happened-note = Bu soruların hiçbiri zorunlu değil. Sayım yapmamıza yardım ederler.
section-you = Sizin hakkınızda
section-you-note = Bu zorunlu değil. Yaşadığınız yerde sizin gibi insan azsa bunu boş bırakın.
section-last = Göndermeden önce

## Questions
field-testimony = Ne oldu? İstediğiniz dilde ve alfabede yazın.
field-testimony-help = Şunları yazabilirsiniz: ne yapıldı, nasıl yapıldı, ne istediler, sonra ne oldu. Tek bir olay veya birçok olay.
field-testimony_lang = Hangi dilde yazdınız?
field-use_level = Yazdığınızı ne kadar kullanabiliriz? Her seçenek öncekileri de içerir.
field-share_with = Bunu başka birine verebilir miyiz? Yalnızca kabul ettiklerinizi işaretleyin.
field-hold_until = Kullanmadan önce bekleyelim mi?
field-hold_until-help = Seçim yapmazsanız 6 ay bekleriz.
field-third_party = Yazdıklarınızdan başka birinin kim olduğu anlaşılabilir mi?
field-relation = Bunu kim yaşadı?
field-incident_types = Ne yapıldı? Uyanların hepsini işaretleyin.
field-channels = Size nasıl ulaştılar?
field-actors = Bildiğiniz kadarıyla bunu kim yaptı?
field-actors-help = Lütfen bir grup işaretleyin. İsim yazmayın.
field-demands = Ne istediler?
field-effects = Bu yüzden ne oldu?
field-country = Bu olduğunda hangi ülkedeydiniz?
field-country-help = Orada sizin gibi insan azsa ülke yerine bölgeyi seçin ya da bunu boş bırakın.
field-year = Hangi yılda? Yıllarca sürdüyse ilk yılı seçin.
field-month = Yaklaşık hangi ayda?
field-month-help = Biri bu aydan sizi tanıyabilecekse boş bırakın.
field-frequency = Ne sıklıkta?
field-evidence = Elinizde bunu gösteren bir şey var mı? Göndermek zorunda değilsiniz.
field-told = Bunu daha önce birine anlattınız mı?
field-told-help = Bu, aynı olayı iki kez saymamamıza yardım eder.
field-community = Hangi topluluktansınız?
field-gender = Cinsiyetiniz
field-age_band = Yaş grubunuz
field-urgent = Siz veya anlattığınız kişilerden biri şu anda tehlikede mi?
field-urgent-help = Bunu geç okuyabiliriz. Sayfanın başındaki öğütlere bakın.
field-help_wanted = Bunlardan biri size yardımcı olur mu? Yalnızca bir kod alırsanız yanıt verebiliriz.
field-follow_up = Yanıt okumak veya sonradan fikrinizi değiştirmek için bir kod ister misiniz?
field-contact_note = Size ulaşmanın başka bir yolu (önermiyoruz)
field-attachments = Eklemek isterseniz dosyalar
field-attachments-help = Resim, video ve ses: örneğin bir ekran görüntüsü veya bir telefon konuşmasının kaydı. Dosya kilitlenmeden önce, içindeki gizli bilgiler olmadan yeniden yapılır: dosyanın adı, yer ve zaman, telefonun modeli, yorumlar ve küçük ön izlemeler çıkarılır. Görüntü ve ses olduğu gibi kalır. İçinde görülen ve duyulanlar da kalır: yüzler, sesler, isimler, yerler, bir odanın görünüşü. Bunları çıkaramayız. Göndermeden önce bunların üzerini örtün ya da dosyayı göndermeyin.

prefer_not = Söylemek istemiyorum
## Choices: use_level
use_level-read_only = Yalnızca okuyun. Sayılara katmayın, alıntı yapmayın.
use_level-count = Yalnızca toplam sayılara katabilirsiniz, olayı anlatmadan.
use_level-summary = Ayrıntıları değiştirerek veya çıkararak kendi sözlerinizle anlatabilirsiniz.
use_level-quote = Ayrıntıları çıkararak bazı yerlerini alıntılayabilirsiniz.
use_level-full = Kim olduğumu gösterenler dışında hepsini yayımlayabilirsiniz.

## Choices: share_with
share_with-partner_ngo = Başka insan hakları grupları
share_with-un = Birleşmiş Milletler insan hakları kurumları
share_with-court = Mahkemeler ve resmî soruşturmacılar
share_with-host_state = Yaşadığım ülkenin hükümeti veya polisi
share_with-press = Gazeteciler
share_with-archive = İleride araştırma için kapalı bir arşiv
share_with-nobody = Başka hiç kimse

## Choices: hold_until
hold_until-now = Beklemeye gerek yok
hold_until-six_months = 6 ay bekleyin
hold_until-one_year = 1 yıl bekleyin
hold_until-two_years = 2 yıl bekleyin

## Choices: yes_no_unsure
yes_no_unsure-yes = Evet
yes_no_unsure-no = Hayır
yes_no_unsure-unsure = Emin değilim

## Choices: relation
relation-me = Ben
relation-family = Ailemden biri
relation-saw = Başka biri; gördüm veya duydum
relation-told = Başka biri; bana anlattı
relation-group = Bir grup veya dernek

## Choices: incident_types
group-incident_types-distance = Aramalar, mesajlar ve tehditler
group-incident_types-proxy = Aile üzerinden baskı
group-incident_types-mobility = Pasaport, belge ve yolculuk
group-incident_types-digital = Telefon, bilgisayar ve internet
group-incident_types-community = Topluluk içinde gözetleme ve baskı
group-incident_types-hoststate = Yaşadığım ülkenin yaptıkları
group-incident_types-direct = Yüz yüze baskı veya şiddet
incident_types-threat_me = Tehdit edildim
incident_types-threat_death = Biri ölümle tehdit edildi
incident_types-unwanted_contact = Polis veya görevliler beni aradı veya bana yazdı
incident_types-embassy_summons = Elçilik veya konsolosluk beni çağırdı veya bana soru sordu
incident_types-info_demand = Benden kişisel belge veya bilgi göndermem istendi
incident_types-harassment = Tekrar tekrar hakaret veya rahatsız etme
incident_types-threat_family = Ailem tehdit edildi
incident_types-family_questioned = Ailem sorgulandı veya evlerine gidildi
incident_types-family_detained = Ailem gözaltına alındı veya hapse atıldı
incident_types-family_disappeared = Ailem kayboldu; nerede olduklarını öğrenemiyorum
incident_types-family_penalty = Ailem işini, okulunu, evini veya yolculuk hakkını kaybetti
incident_types-family_made_to_call = Aileme zorla beni arattılar veya videoda konuşturdular
incident_types-contact_cut = Artık aileme ulaşamıyorum
incident_types-passport_refused = Pasaportum yenilenmedi
incident_types-passport_taken = Pasaportum veya belgelerim alındı veya iptal edildi
incident_types-papers_refused = Doğum, evlilik veya başka bir belge verilmedi
incident_types-told_to_return = Belge almak veya aileme yardım etmek için dönmem söylendi
incident_types-travel_blocked = Yolculuk engellendi
incident_types-no_return = Geri dönmeme izin verilmiyor
incident_types-family_no_exit = Ailemin çıkmasına veya yanıma gelmesine izin verilmiyor
incident_types-phishing = Sahte mesaj, bağlantı veya uygulama
incident_types-spyware = Telefonuma, bilgisayarıma veya hesabıma girildi
incident_types-account_closed = Hesabım kapatıldı veya engellendi
incident_types-doxxing = Özel bilgilerim internete kondu
incident_types-smear = İnternette veya basında hakkımda yalanlar
incident_types-impersonation = Biri benim veya güvendiğim bir grubun adını kullandı
incident_types-recruit = Benden başkalarını gözetlemem veya haklarında bilgi vermem istendi
incident_types-reported_on = Biri hakkımda bilgi verdi
incident_types-watched = Gözetlendim, takip edildim, videom veya fotoğrafım çekildi
incident_types-event_disrupted = Bir toplantı, protesto veya konuşma bozuldu
incident_types-job_study_pressure = İş, okul veya ticaret üzerinden baskı
incident_types-money_property = Para veya mal alındı veya donduruldu
incident_types-extortion = Biri para istedi
incident_types-hs_questioned = Yaşadığım yerde polis veya görevli sorgusu
incident_types-hs_detained = Yaşadığım yerde tutuklama veya gözaltı
incident_types-hs_deport_risk = Geri gönderilmekle tehdit
incident_types-hs_deported = Biri geri gönderildi
incident_types-hs_asylum_refused = Sığınma başvurusu reddedildi
incident_types-interpol = Arama bülteni veya birinin geri gönderilmesi isteği
incident_types-visit = Tanımadığım kişiler veya görevliler yanıma geldi
incident_types-assault = Birine vuruldu veya biri yaralandı
incident_types-abduction = Biri kaçırıldı veya kaçırılmak istendi
incident_types-break_in = Bir ev veya iş yeri arandı ya da zorla girildi
incident_types-sexual_harassment = Cinsel tehdit veya taciz
incident_types-killing_attempt = Biri öldürüldü veya öldürülmek istendi
incident_types-something_else = Başka bir şey

## Choices: channels
channels-phone_known = Telefon, numara görünüyordu
channels-phone_hidden = Telefon, numara gizliydi veya ses kayıttandı
channels-wechat = WeChat
channels-messenger = Başka bir mesaj uygulaması
channels-video_call = Aile ve görevlilerle görüntülü arama
channels-email = E-posta
channels-social_media = Sosyal medya, herkese açık
channels-letter = Mektup veya paket
channels-embassy = Elçilikte veya konsoloslukta
channels-in_person = Yüz yüze, başka yerde
channels-via_family = Ailem aracılığıyla
channels-via_community = Topluluktan biri aracılığıyla
channels-border = Havaalanında veya sınırda
channels-other = Başka bir yolla

## Choices: actors
actors-embassy = Elçilik veya konsolosluk çalışanları
actors-homeland_police = Memleketteki polis veya devlet güvenliği
actors-local_cadre = Köy, mahalle veya iş yeri görevlileri
actors-family_forced = Ailem, başka çareleri yoktu
actors-community_member = Topluluktan biri
actors-org_company = Bir şirket, okul veya dernek
actors-host_officials = Yaşadığım yerdeki polis veya görevliler
actors-online_unknown = İnternette tanımadığım kişiler
actors-unknown = Bilmiyorum

## Choices: demands
demands-silence = Susmamı, paylaşımlarımı silmemi
demands-info_self = Kendi belgelerimi veya bilgilerimi vermemi
demands-info_others = Başkaları hakkında bilgi vermemi
demands-spy = Onlar için düzenli çalışmamı
demands-return = Geri dönmemi
demands-leave_group = Bir gruptan veya etkinlikten ayrılmamı
demands-statement = Bir açıklama imzalamamı, kaydetmemi veya paylaşmamı
demands-withdraw = Önceden söylediğim bir şeyi geri almamı
demands-stop_search = Kayıp ailemi sormayı bırakmamı
demands-money = Para vermemi
demands-no_asylum = Sığınma başvurusu yapmamamı
demands-none_clear = Belirli bir şey yok
demands-other = Başka bir şey

## Choices: effects
effects-fear = Korku, kötü uyku veya üzüntü
effects-self_censor = Daha az konuşuyor veya paylaşıyorum
effects-left_community = Topluluktan uzak duruyorum
effects-lost_contact = Ailemle iletişimim kesildi
effects-family_harmed = Ailemin başına kötü bir şey geldi
effects-no_papers = Geçerli belgem yok
effects-moved = Evimi veya ülkemi değiştirdim
effects-work_money = İşimi, okulumu veya paramı kaybettim
effects-complied = İstediklerini yaptım
effects-refused = Kabul etmedim
effects-spoke_more = Daha çok sesimi çıkarıyorum
effects-none = Hiçbir şey değişmedi

## Choices: frequency
frequency-once = Bir kez
frequency-several = Birkaç kez
frequency-ongoing = Hâlâ sürüyor

## Choices: evidence
evidence-messages = Mesajlar veya ekran görüntüleri
evidence-call_record = Arama listesi veya ses kaydı
evidence-documents = Belgeler veya mektuplar
evidence-photos_video = Fotoğraf veya video
evidence-device = Virüslü olabilecek bir telefon veya bilgisayar
evidence-witness = Başka biri gördü
evidence-nothing = Hiçbir şey

## Choices: told
told-nobody = Hiç kimseye
told-ngo = Bir insan hakları grubuna
told-public_db = Mağdurların herkese açık listesine
told-journalist = Bir gazeteciye
told-police_helped = Polise veya görevlilere; yardım ettiler
told-police_no_help = Polise veya görevlilere; yardım etmediler
told-lawyer = Bir avukata
told-un = Birleşmiş Milletlere
told-friends = Aileme veya arkadaşlarıma

## Choices: community
community-uyghur = Uygur
community-kazakh = Kazak
community-kyrgyz = Kırgız
community-uzbek = Özbek
community-hui_dungan = Hui / Dungan
community-tatar = Tatar
community-tajik_pamiri = Tacik / Pamirli
community-mongol = Moğol
community-tibetan = Tibetli
community-hongkonger = Hong Konglu
community-chinese = Çinli
community-other = Başka

## Choices: gender
gender-woman = Kadın
gender-man = Erkek
gender-other = İkisi de değil

## Choices: age_band
age_band-a18_29 = 18–29
age_band-a30_49 = 30–49
age_band-a50 = 50 ve üstü

## Choices: urgent
urgent-yes_now = Evet
urgent-worried = Şimdi değil, ama endişeliyim
urgent-no = Hayır

## Choices: help_wanted
help_wanted-rights_info = Yaşadığım yerdeki haklarımı öğrenmek
help_wanted-legal = Hukuki yardım
help_wanted-papers = Belgeler için yardım
help_wanted-digital = Telefon ve bilgisayar güvenliği için yardım
help_wanted-counsel = Konuşabileceğim biri
help_wanted-relatives = Kayıp ailemi bulmak için yardım
help_wanted-nothing = Hiçbiri

## Choices: follow_up
follow_up-no_code = Kod istemiyorum. İz kalmasın.
follow_up-code = Bana bir kod verin

## Choices: month
month-01 = Ocak
month-02 = Şubat
month-03 = Mart
month-04 = Nisan
month-05 = Mayıs
month-06 = Haziran
month-07 = Temmuz
month-08 = Ağustos
month-09 = Eylül
month-10 = Ekim
month-11 = Kasım
month-12 = Aralık

## Choices: year
year-earlier = Daha önce

## Choices: country
country-transit = Yolda, ülkeler arasında
region-country-central_asia = Orta Asya
region-country-central_asia-only = Orta Asya’da bir yer
region-country-south_asia = Güney Asya
region-country-south_asia-only = Güney Asya’da bir yer
region-country-se_east_asia = Doğu ve Güneydoğu Asya
region-country-se_east_asia-only = Doğu veya Güneydoğu Asya’da bir yer
region-country-mena_turkey = Türkiye, Orta Doğu ve Kuzey Afrika
region-country-mena_turkey-only = Türkiye, Orta Doğu veya Kuzey Afrika’da bir yer
region-country-europe_russia = Avrupa ve Rusya
region-country-europe_russia-only = Avrupa veya Rusya’da bir yer
region-country-americas = Kuzey ve Güney Amerika
region-country-americas-only = Kuzey veya Güney Amerika’da bir yer
region-country-africa = Afrika
region-country-africa-only = Afrika’da bir yer
region-country-oceania = Avustralya ve Okyanusya
region-country-oceania-only = Avustralya veya Okyanusya’da bir yer

## Choices: language (names stay in their own language)
language-other = Başka
