### status: draft, not reviewed
### The words of the page around the questions. The questions themselves stand in the questionnaire.

## The form

language-name = Türkçe
languages = Diller
# Shown on pages whose translation nobody has reviewed yet.
draft-notice = Bu çeviri bir taslaktır. Anlamadığınız bir yer olursa başka bir dil seçin.
before-heading = Yazmadan önce
safety-heading = Kendinizi ve başkalarını koruyun
promise-heading = Neler yapabiliriz, neler yapamayız
leaving-heading = Bu sayfadan çıkarken
needed = gerekli
to-send = “Gönder” düğmesine git
no-answer = Yanıt yok
files-limits = En fazla { $files } dosya. Her dosya en fazla { $file_mb } MB, hepsi birlikte en fazla { $form_mb } MB.
files-slow = Büyük bir dosyanın gönderilmesi uzun sürebilir. “Teşekkür ederiz” yazısını görene kadar bu sayfayı kapatmayın.
send-heading = Gönderme
send-note = “Gönder” düğmesine bastığınızda yazdıklarınız ve seçtikleriniz sunucumuza gider ve orada kilitlenir.
send = Gönder
keys = Anahtarlar { $epoch }:
keys-note = Burada herkes aynı sayıyı görmelidir. Bu sayının araştırmacılara ait olup olmadığını onlara sorabilirsiniz.

## Pages that follow

thanks-title = Teşekkür ederiz
new-form = Yeni bir form aç

## A form that was not taken, shown again with what was typed in it

again-title = Formunuz gönderilmedi
again-kept-nothing = Hiçbir şey kaydetmedik. Yazdıklarınız aşağıdaki formda duruyor: düzeltin ve yeniden “Gönder” düğmesine basın.
again-files = Dosya seçtiyseniz yeniden seçin. Tarayıcınız seçtiğiniz dosyaları tutmaz.
again-blank = İlk kutu boş. Oraya birkaç kelime yazın. Diğer her yer boş kalabilir.
again-too-long = Yazı çok uzun: { $chars } karakter var, bir forma ise en fazla { $max } karakter sığar. Yazıyı burada kısaltıp gönderin, kalanı için yeni bir form açın.
again-files-many = Çok fazla dosya var. Bir forma en fazla { $files } dosya sığar.
again-file-large = { $place } numaralı dosya çok büyük. Alabildiğimiz en büyük dosya { $mb } MB. Daha kısa veya daha küçük bir dosya seçin ya da onu göndermeyin.
again-file-kind = { $place } numaralı dosya, alabildiğimiz türden değil. Yalnızca gizli bilgilerden temizleyebildiğimiz resim, ses ve videoları alıyoruz, çünkü dosyanın içinde gizli kalan bilgiler kim olduğunuzu gösterebilir.
again-file-unclean = { $place } numaralı dosya bozuk veya içinde tanımadığımız bölümler var. İçinde gizli kalan bilgiler kim olduğunuzu gösterebilir, bu yüzden dosyayı almadık. Resimse ekran görüntüsünü alıp onu gönderin. Video veya sesse cihazınızda yeniden paylaşın veya dışa aktarın ve yeni dosyayı gönderin. Ya da onu göndermeyin.
again-form-large = Dosyaların toplamı çok büyük. Bir forma toplam en fazla { $mb } MB sığar. Bir kısmını şimdi, kalanını yeni bir formla gönderin.
again-expired = Bu form { $hours } saatten uzun süre açık kaldı, bu yüzden gönderilemedi. Aşağıdaki form yenidir, yazdıklarınız içinde duruyor.
again-used = Bu form daha önce gönderildi ve ilk gönderdiğiniz bizde duruyor. Şimdi gönderdiğiniz farklıydı, onu kaydetmedik. Bunu da göndermek için aşağıda yeniden “Gönder” düğmesine basın.

## What can be attached

kinds = Resim (JPEG, PNG, HEIC, WebP, GIF, AVIF, TIFF), video (MP4, MOV, 3GP, MKV, WebM) ve ses (M4A, MP3, AAC, AMR, OGG, Opus, FLAC, WAV) alabiliriz.
papers = Bir belge veya yazışma için ekran görüntüsünü ya da sayfaların fotoğrafını gönderin.

## Pages of refusal

nothing-kept = Gönderdiğinizden hiçbir şey kaydedilmedi.
reload = Aynı formu yeniden göndermek için bu sayfayı şimdi veya birkaç dakika sonra yenileyebilirsiniz. Tarayıcınız yeniden gönderilsin mi diye sorarsa evet deyin.
back = Tarayıcınızın “Geri” düğmesiyle forma dönün. Yazınız hâlâ orada olabilir; dosyaları yeniden seçmeniz gerekir.
copy = Geri dönün, yazınızı kopyalayın, yeni bir form açın ve oraya yapıştırın.
no-page-title = Böyle bir sayfa yok
no-page = Form ilk sayfadadır.
foreign-title = Bu form kullanılamaz
foreign = Bu formun adresini biz vermedik ya da adres bir haftadan eski.
malformed-title = Form okunamadı
malformed = Form bize bu sayfanın gönderdiği biçimde ulaşmadı.
malformed-then = Yeni bir form açıp yeniden deneyin, mümkünse Tor Browser ile.
too-long-title = Yazı çok uzun
too-long = Bir forma en fazla { $max } karakter sığar.
too-long-then = İlk bölümü şimdi gönderin, sonra kalanı için yeni bir form açın.
slow-title = Bağlantı çok yavaştı
slow = Formunuzun geri kalanını bekledik, ama gelmedi.
slow-then = Önce yazıyı, sonra her dosyayı ayrı bir formla göndermek işe yarayabilir.
busy-title = Şu anda çok kişi yazıyor
busy = Formunuzu şu anda alamıyoruz.
away-title = Formunuzu şu anda kaydedemiyoruz
away = Gönderilenleri kaydettiğimiz yere şu anda ulaşılamıyor.
unknown = Gönderilenleri kaydettiğimiz yer zamanında yanıt vermedi, bu yüzden formunuzun kaydedilip kaydedilmediğini bilmiyoruz.
unknown-then = Aynı formu yeniden göndermenin zararı yok: yalnızca bir kez kaydedilir.
no-keys-title = Şu sıralar hiçbir şey almıyoruz
no-keys = Gönderilenler anahtarlarla kilitlenir. Bu anahtarlar zaman zaman yenilenir ve yenileri henüz gelmedi.
no-keys-lost = Az önce bir şey gönderdiyseniz o kaydedilmedi.
no-keys-then = Lütfen bir iki gün sonra yeniden gelin. Yazınızı başkalarının bulabileceği bir yerde bırakmayın; o zaman yeniden yazabilirsiniz.
broken-title = Bizim tarafımızda bir sorun çıktı
broken = Bu sizin hatanız değil.
