### status: draft, not reviewed
### The words of the page around the questions. The questions themselves stand in the questionnaire.

## The form

language-name = English
languages = Languages
# Shown on pages whose translation nobody has reviewed yet.
draft-notice = This translation is a draft. If something is not clear, choose another language.
before-heading = Before you write
safety-heading = Keep yourself and others safe
promise-heading = What we can and cannot do
leaving-heading = Leaving this page
needed = needed
to-send = Go to Send
no-answer = No answer
files-limits = Up to { $files } files, each up to { $file_mb } MB, and { $form_mb } MB in all.
files-slow = A large file can take many minutes. Keep this page open until you see “Thank you”.
send-heading = Send
send-note = When you press Send, what you wrote and chose goes to our server and is locked there.
send = Send
keys = Keys { $epoch }:
keys-note = This number must be the same for everyone. If you can ask the researchers, they can tell you if it is theirs.

## Pages that follow

thanks-title = Thank you
new-form = Open a new form

## A form that was not taken, shown again with what was typed in it

again-title = Your form was not sent
again-kept-nothing = We kept nothing. What you typed is still in the form below: correct it and press Send again.
again-files = If you chose files, choose them again. Your browser does not keep them.
again-blank = The first box is empty. Write a few words in it. Everything else can stay empty.
again-too-long = The text is too long: it has { $chars } characters, and one form can carry { $max }. Shorten it here, send it, and open a new form for the rest.
again-files-many = There are too many files. One form can carry { $files }.
again-file-large = File number { $place } is larger than { $mb } MB, the most that we can take. Choose a shorter or smaller one, or leave it out.
again-file-kind = We cannot take file number { $place }. We take only pictures, sounds and films that we can clean of hidden details. What is hidden in a file could point to you.
again-file-unclean = File number { $place } is damaged, or has parts that we do not know. What is hidden in it could point to you, so we did not take it. If it is a picture, make a screenshot of it and send that. If it is a film or a sound, share or export it anew on your device, and send the new file. Or leave it out.
again-form-large = The files are too large together. One form can carry { $mb } MB in all. Send some of them now, and the others with a new form.
again-expired = This form was open for more than { $hours } hours, so it could not be sent. The form below is a new one, with what you typed.
again-used = This form was sent before, and we have what you sent with it first. What you sent now was different, and we did not keep it. To send this as well, press Send again below.

## What can be attached

kinds = We can take pictures (JPEG, PNG, HEIC, WebP, GIF, AVIF, TIFF), films (MP4, MOV, 3GP, MKV, WebM) and sounds (M4A, MP3, AAC, AMR, OGG, Opus, FLAC, WAV).
papers = For a document or a conversation, send screenshots or photos of its pages.

## Pages of refusal

nothing-kept = Nothing was kept of what you sent.
reload = You can reload this page now, or in a few minutes, to send the same form again. If your browser asks whether to send it again, choose to send it.
back = Go back to the form with your browser's Back button. Your text may still be there; files must be chosen again.
copy = Go back, copy your text, open a new form, and paste it there.
no-page-title = There is no such page
no-page = The form is on the first page.
foreign-title = This form cannot be used
foreign = We did not make its address, or it is more than a week old.
malformed-title = The form could not be read
malformed = It did not arrive in the way that this page sends it.
malformed-then = Open a new form and try again, if you can with Tor Browser.
too-long-title = The text is too long
too-long = One form can carry { $max } characters.
too-long-then = Send the first part now, then open a new form for the rest.
slow-title = The connection was too slow
slow = We waited for the rest of your form, and it did not come.
slow-then = It may help to send the text first, and each file with a form of its own.
busy-title = Many people are writing now
busy = We cannot take your form at this moment.
away-title = We cannot keep your form now
away = The place where we keep what people send cannot be reached at this moment.
unknown = The place where we keep what people send did not answer in time. We do not know if we have what you sent.
unknown-then = Sending the same form again is safe: it is kept once.
no-keys-title = We are not taking anything just now
no-keys = We lock what people send with keys. The keys change from time to time, and the new ones are not here yet.
no-keys-lost = If you have just sent something, it was not kept.
no-keys-then = Please come back in a day or two. Do not leave your text where others could find it; you can write it again then.
broken-title = Something went wrong on our side
broken = It is not your fault.
