### status: draft, not reviewed
### The words of the page around the questions. The questions themselves stand in the questionnaire.

## The form

language-name = Oʻzbekcha
languages = Tillar
# Shown on pages whose translation nobody has reviewed yet.
draft-notice = Bu tarjima hali xomaki. Tushunmagan joyingiz boʻlsa, boshqa tilni tanlang.
before-heading = Yozishdan oldin
safety-heading = Oʻzingizni va boshqalarni asrang
promise-heading = Nima qila olamiz, nima qila olmaymiz
leaving-heading = Bu sahifadan chiqish
needed = toʻldirish kerak
to-send = “Yuborish” tugmasiga oʻtish
no-answer = Javob yoʻq
files-limits = Koʻpi bilan { $files } ta fayl. Har bir fayl koʻpi bilan { $file_mb } MB, hammasi birga koʻpi bilan { $form_mb } MB.
files-slow = Katta faylni yuborish uzoq choʻzilishi mumkin. “Rahmat” soʻzi chiqmaguncha, bu sahifani yopmang.
send-heading = Yuborish
send-note = “Yuborish” tugmasini bossangiz, yozganlaringiz va tanlaganlaringiz serverimizga boradi va oʻsha yerda qulflanadi.
send = Yuborish
keys = Kalitlar { $epoch }:
keys-note = Bu yerda hamma bir xil raqamni koʻrishi kerak. Bu raqam tadqiqotchilarniki ekan-emasligini ularning oʻzidan soʻrab bilsangiz boʻladi.

## Pages that follow

thanks-title = Rahmat
new-form = Yangi forma ochish

## A form that was not taken, shown again with what was typed in it

again-title = Formangiz yuborilmadi
again-kept-nothing = Biz hech narsani saqlamadik. Yozganlaringiz pastdagi formada turibdi: tuzating va yana “Yuborish” tugmasini bosing.
again-files = Fayl tanlagan boʻlsangiz, qaytadan tanlang. Brauzeringiz ularni saqlab turmaydi.
again-blank = Birinchi katak boʻsh. Unga bir necha soʻz yozing. Boshqa hamma joy boʻsh qolishi mumkin.
again-too-long = Matn juda uzun: unda { $chars } ta belgi bor, bitta formaga esa koʻpi bilan { $max } ta sigʻadi. Matnni shu yerda qisqartirib yuboring, qolganiga yangi forma oching.
again-files-many = Fayllar juda koʻp. Bitta formaga koʻpi bilan { $files } ta fayl sigʻadi.
again-file-large = { $place }-fayl juda katta. Biz oladigan eng katta fayl { $mb } MB. Qisqaroq yoki kichikroq faylni tanlang yoki uni yubormang.
again-file-kind = { $place }-fayl biz oladigan turdan emas. Biz faqat yashirin maʼlumotlardan tozalay oladigan rasm, ovoz va videolarni olamiz, chunki fayl ichidagi yashirin maʼlumot kimligingizni koʻrsatib qoʻyishi mumkin.
again-file-unclean = { $place }-fayl buzilgan yoki ichida biz bilmaydigan qismlar bor. Ichidagi yashirin maʼlumot kimligingizni koʻrsatib qoʻyishi mumkin, shuning uchun uni olmadik. Rasm boʻlsa, skrinshot (ekran surati) qilib, shuni yuboring. Video yoki ovoz boʻlsa, qurilmangizda qaytadan ulashing yoki eksport qiling va yangi faylni yuboring. Yoki uni yubormang.
again-form-large = Fayllarning hammasi birga juda katta. Bitta formaga jami koʻpi bilan { $mb } MB sigʻadi. Bir qismini hozir, qolganini yangi forma bilan yuboring.
again-expired = Bu forma { $hours } soatdan koʻp ochiq turdi, shuning uchun uni yuborib boʻlmadi. Pastdagi forma yangi, yozganlaringiz uning ichida.
again-used = Bu forma oldin yuborilgan va birinchi yuborganingiz bizda bor. Hozir yuborganingiz boshqacha edi, uni saqlamadik. Buni ham yuborish uchun pastda yana “Yuborish” tugmasini bosing.

## What can be attached

kinds = Biz rasm (JPEG, PNG, HEIC, WebP, GIF, AVIF, TIFF), video (MP4, MOV, 3GP, MKV, WebM) va ovoz (M4A, MP3, AAC, AMR, OGG, Opus, FLAC, WAV) ola olamiz.
papers = Hujjat yoki yozishma boʻlsa, skrinshot yoki sahifalarining suratini yuboring.

## Pages of refusal

nothing-kept = Yuborganingizdan hech narsa saqlanmadi.
reload = Shu formaning oʻzini yana yuborish uchun bu sahifani hozir yoki bir necha daqiqadan keyin yangilashingiz mumkin. Brauzer yana yuborilsinmi deb soʻrasa, ha deng.
back = Brauzerning “Orqaga” tugmasi bilan formaga qayting. Matningiz hali oʻsha yerda boʻlishi mumkin; fayllarni qaytadan tanlash kerak.
copy = Orqaga qayting, matningizdan nusxa oling, yangi forma oching va uni oʻsha yerga qoʻying.
no-page-title = Bunday sahifa yoʻq
no-page = Forma birinchi sahifada.
foreign-title = Bu formani ishlatib boʻlmaydi
foreign = Uning manzilini biz yaratmaganmiz yoki manzil bir haftadan eski.
malformed-title = Formani oʻqib boʻlmadi
malformed = U bu sahifa yuboradigan koʻrinishda kelmadi.
malformed-then = Yangi forma oching va qaytadan urinib koʻring, iloji boʻlsa, Tor Browser bilan.
too-long-title = Matn juda uzun
too-long = Bitta formaga koʻpi bilan { $max } ta belgi sigʻadi.
too-long-then = Birinchi qismini hozir yuboring, keyin qolganiga yangi forma oching.
slow-title = Aloqa juda sekin edi
slow = Formangizning qolgan qismini kutdik, lekin u kelmadi.
slow-then = Avval matnni, keyin har bir faylni alohida forma bilan yuborish yordam berishi mumkin.
busy-title = Hozir koʻp odam yozmoqda
busy = Formangizni hozir ola olmaymiz.
away-title = Formangizni hozir saqlay olmaymiz
away = Odamlar yuborganini saqlaydigan joyimiz bilan hozir aloqa yoʻq.
unknown = Odamlar yuborganini saqlaydigan joyimiz vaqtida javob bermadi, shuning uchun formangiz bizga yetib kelgan-kelmaganini bilmaymiz.
unknown-then = Shu formaning oʻzini yana yuborishning zarari yoʻq: u faqat bir marta saqlanadi.
no-keys-title = Hozircha hech narsa olmayapmiz
no-keys = Odamlar yuborgan narsalar kalitlar bilan qulflanadi. Kalitlar vaqti-vaqti bilan yangilanadi, yangilari hali kelmadi.
no-keys-lost = Hozirgina biror narsa yuborgan boʻlsangiz, u saqlanmadi.
no-keys-then = Iltimos, bir-ikki kundan keyin yana keling. Matningizni boshqalar topadigan joyda qoldirmang; oʻshanda qaytadan yozishingiz mumkin.
broken-title = Bizda nosozlik yuz berdi
broken = Bu sizning aybingiz emas.
