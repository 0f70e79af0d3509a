### status: draft, not reviewed
### The words of the page around the questions. The questions themselves stand in the questionnaire.

## The form

language-name = 繁體中文
languages = 語言
# Shown on pages whose translation nobody has reviewed yet.
draft-notice = 本頁的譯文還是草稿。如果有看不懂的地方，請選擇另一種語言。
before-heading = 填寫之前
safety-heading = 保護您自己和他人
promise-heading = 我們能做什麼，不能做什麼
leaving-heading = 離開本頁
needed = 必填
to-send = 跳到「送出」按鈕
no-answer = 不回答
files-limits = 最多 { $files } 個檔案，每個不超過 { $file_mb } MB，總共不超過 { $form_mb } MB。
files-slow = 大的檔案可能要傳很多分鐘：請一直開著本頁，直到看到「謝謝您」。
send-heading = 送出
send-note = 您按下「送出」後，您寫的和選的內容會傳到我們的伺服器，並在那裡鎖住。
send = 送出
keys = 金鑰 { $epoch }：
keys-note = 每個人在這裡看到的號碼都應該一樣。研究人員可以告訴您，這是不是他們的號碼。

## Pages that follow

thanks-title = 謝謝您
new-form = 打開一份新表單

## A form that was not taken, shown again with what was typed in it

again-title = 您的表單沒有送出
again-kept-nothing = 我們什麼都沒有保留。您寫的內容還在下面的表單裡：請改好，再按一次「送出」。
again-files = 如果您選過檔案，請重新選擇。瀏覽器不會替您留著。
again-blank = 第一個欄位是空的。請在裡面寫幾個字。其他的都可以空著。
again-too-long = 文字太長：有 { $chars } 個字元，而一份表單最多能寫 { $max } 個。請在這裡刪短後送出，其餘的再打開一份新表單寫。
again-files-many = 檔案太多。一份表單最多能帶 { $files } 個檔案。
again-file-large = 第 { $place } 個檔案超過了 { $mb } MB，我們最多只能收這麼大的。請換一個短一點或小一點的，或者不附這個檔案。
again-file-kind = 第 { $place } 個檔案不是我們能清除隱藏資訊的那幾種圖片、影片或錄音。不能清除的檔案我們都不收，因為裡面隱藏的資訊可能讓人找到您。
again-file-unclean = 第 { $place } 個檔案損壞了，或者有我們不認識的部分。裡面隱藏的資訊可能讓人找到您，所以我們沒有收。如果是圖片，請在螢幕上打開它，拍下螢幕截圖，再送出截圖。如果是影片或錄音，請在您的裝置上重新分享或匯出一次，再送出新的檔案。也可以不附這個檔案。
again-form-large = 這些檔案加起來太大。一份表單總共最多能帶 { $mb } MB。請先送出一部分，其餘的用一份新表單送出。
again-expired = 這份表單打開超過了 { $hours } 小時，所以沒能送出。下面是一份新表單，裡面有您寫的內容。
again-used = 這份表單以前送出過一次，那次的內容我們收到了。您這次送出的內容不一樣，我們沒有保留。如果這次的也要送出，請再按一次下面的「送出」。

## What can be attached

kinds = 我們可以收圖片（JPEG、PNG、HEIC、WebP、GIF、AVIF、TIFF）、影片（MP4、MOV、3GP、MKV、WebM）和錄音（M4A、MP3、AAC、AMR、OGG、Opus、FLAC、WAV）。
papers = 如果是書面資料或對話紀錄，請送出每一頁的螢幕截圖或照片。

## Pages of refusal

nothing-kept = 您送出的內容，我們什麼都沒有保留。
reload = 您可以現在，或者過幾分鐘，重新載入（重新整理）本頁，把同一份表單再送出一次。如果瀏覽器問您是否再次送出，請選再次送出。
back = 請用瀏覽器的「上一頁」按鈕回到表單。您寫的文字可能還在；檔案要重新選擇。
copy = 請回到上一頁，複製您的文字，打開一份新表單，再貼上。
no-page-title = 沒有這個頁面
no-page = 表單在首頁。
foreign-title = 這份表單不能用
foreign = 它的網址不是我們做的，或者已經超過一個星期。
malformed-title = 讀不出這份表單
malformed = 它傳來的方式和本頁送出的方式不一樣。
malformed-then = 請打開一份新表單再試一次。如果可以，請用 Tor Browser。
too-long-title = 文字太長
too-long = 一份表單最多能寫 { $max } 個字元。
too-long-then = 請先送出前面的部分，再打開一份新表單寫其餘的。
slow-title = 連線太慢
slow = 我們等著您表單的其餘部分，但是沒有等到。
slow-then = 您可以先送出文字，再用另外的表單一個一個地送出檔案，也許會好一些。
busy-title = 現在填寫的人很多
busy = 我們暫時不能接收您的表單。
away-title = 我們現在不能保存您的表單
away = 存放大家來信的地方，暫時連不上。
unknown = 存放大家來信的地方沒有及時回應，所以我們無法確定有沒有收到。
unknown-then = 把同一份表單再送出一次是安全的：只會保存一份。
no-keys-title = 我們現在不接收任何內容
no-keys = 大家送來的內容要用金鑰鎖住。金鑰過一段時間就會更換，新的金鑰還沒有到。
no-keys-lost = 如果您剛才送出了什麼，它沒有保存下來。
no-keys-then = 請過一兩天再來。不要把您寫的文字留在別人可能找到的地方；到時候可以重新寫。
broken-title = 我們這邊出了問題
broken = 這不是您的錯。
