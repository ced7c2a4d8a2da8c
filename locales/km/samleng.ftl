### Every word the interface says. A section a feature. `{ $shown }` is a number already written in the language's digits;
### `{ $count }` beside it decides the form and is never shown.

## Dates: months by number, the form of a month's first day, a date with and without its year

month-1 = មករា
month-2 = កុម្ភៈ
month-3 = មីនា
month-4 = មេសា
month-5 = ឧសភា
month-6 = មិថុនា
month-7 = កក្កដា
month-8 = សីហា
month-9 = កញ្ញា
month-10 = តុលា
month-11 = វិច្ឆិកា
month-12 = ធ្នូ
date-first = ១
date-full = ថ្ងៃទី{ $day } ខែ{ $month } ឆ្នាំ{ $year }
date-day = ថ្ងៃទី{ $day } ខែ{ $month }

## The frame of every page

page-title = { $title } – សំឡេង
skip = រំលងទៅខ្លឹមសារ
to-home = សំឡេង ទំព័រដើម
languages = ភាសា
menu = ម៉ឺនុយចម្បង
menu-foot = ម៉ឺនុយនៅបាតទំព័រ
menu-alerts = ចំណាត់ការ
menu-steps = ជំហានទាំង ៤
menu-about = អំពីយើង
leave = ចាកចេញជាបន្ទាន់
leave-press-twice-more = សូមចុច Shift ពីរដងទៀត ដើម្បីចាកចេញពីគេហទំព័រនេះ។
leave-press-once-more = សូមចុច Shift ម្ដងទៀត ដើម្បីចាកចេញពីគេហទំព័រនេះ។
leave-leaving = កំពុងចាកចេញ…
leave-honestly = «ចាកចេញជាបន្ទាន់» ឬការចុច Shift បីដង បើកគេហទំព័រផ្សេងជំនួសទំព័រនេះ។ ទំព័រដែលបងប្អូនបានអានមុននេះ នៅតែមានក្នុងប្រវត្តិរបស់កម្មវិធីរុករក។
leave-clears = នៅពេលខ្ញុំចុច «ចាកចេញជាបន្ទាន់» សូមលុបអ្វីដែលកម្មវិធីរុករកនេះរក្សាទុកផងដែរ

## A text that is not in the reader's language

shown-in-english = មិនទាន់មានជាភាសាខ្មែរទេ។ បង្ហាញជាភាសាអង់គ្លេស។
shown-in-khmer = មិនទាន់មានជាភាសានេះទេ។ បង្ហាញជាភាសាខ្មែរ។
shown-in-french = មិនទាន់មានជាភាសាខ្មែរទេ។ បង្ហាញជាភាសាបារាំង។

## The first page

home-title = ចំណាត់ការបន្ទាន់ដើម្បីសិទ្ធិមនុស្សនៅកម្ពុជា
home-heading = សរសេរ ស្ដាប់ និងនិយាយ
home-read-and-write = អាន និងសរសេរលិខិត
home-also-open = ការអំពាវនាវផ្សេងទៀត
home-who = យើងជានរណា
home-who-text = យើងជាបណ្ដាញនៃប្រជាជនខ្មែរ និងមិត្តភក្ដិ ដែលរួមគ្នាសរសេរ ស្ដាប់ និងនិយាយ ដើម្បីឱ្យអ្នកកាន់អំណាចត្រូវតែឆ្លើយ។
home-more-about = អានបន្ថែមអំពីយើង

## Alerts

alerts-title = ការអំពាវនាវបន្ទាន់បច្ចុប្បន្ន
alerts-what = មានមនុស្សកំពុងត្រូវការលិខិតនៅពេលនេះ។ សូមជ្រើសរើសការអំពាវនាវមួយ។ ការសរសេរចំណាយពេលប្រហែល ២ នាទី។
alerts-none = ពេលនេះមិនមានការអំពាវនាវបន្ទាន់ទេ។
urgency-now = បន្ទាន់
urgency-soon = គួរសរសេរឆាប់ៗ
alert-write-by = សូមសរសេរយ៉ាងយូរត្រឹម{ $date }
alert-deadline-was = ថ្ងៃចុងក្រោយសម្រាប់សរសេរ គឺ{ $date }
alert-days-left = នៅសល់ { $shown } ថ្ងៃ
alert-last-day = ថ្ងៃនេះជាថ្ងៃចុងក្រោយ
alert-write-to = ផ្ញើជូន៖ { $official }
alert-write-to-more = ផ្ញើជូន៖ { $official } និង { $shown } នាក់ទៀត
alert-write-the-letter = សរសេរលិខិត
alert-two-minutes = ប្រហែល ២ នាទី · មិនចាំបាច់មានគណនី
alert-to-open-ones = មើលការអំពាវនាវបច្ចុប្បន្ន
alert-what-happened = អ្វីដែលបានកើតឡើង
alert-what-we-ask = សំណូមពររបស់យើង
alert-whom = ផ្ញើជូន
alert-letters-so-far = លិខិតដែលបានផ្ញើហើយ
alert-letters-count = លិខិត { $shown } ច្បាប់ តាមការប្រាប់របស់អ្នកសរសេរ
alert-no-letters = មិនទាន់មាននរណាប្រាប់ថាបានផ្ញើលិខិតទេ។ លិខិតរបស់បងប្អូនអាចជាលិខិតដំបូង។
alert-additional = ព័ត៌មានបន្ថែម
alert-sources = ប្រភព
alert-issued = ការអំពាវនាវនេះចេញផ្សាយនៅ{ $date }។

## The composer

write-title = លិខិតរបស់បងប្អូនសម្រាប់ { $number }
write-heading = លិខិតរបស់បងប្អូន
write-letter-of = លិខិតទី{ $this } ក្នុងចំណោម { $all }
write-goes-out-in-english = លិខិតនេះនឹងផ្ញើជាភាសាអង់គ្លេស។
write-goes-out-in-khmer = លិខិតនេះនឹងផ្ញើជាភាសាខ្មែរ។
write-goes-out-in-french = លិខិតនេះនឹងផ្ញើជាភាសាបារាំង។
write-meaning-in-english = អត្ថន័យជាភាសាអង់គ្លេសនៅក្រោមប្រយោគនីមួយៗ។
write-meaning-in-khmer = អត្ថន័យជាភាសាខ្មែរនៅក្រោមប្រយោគនីមួយៗ។
write-meaning-in-french = អត្ថន័យជាភាសាបារាំងនៅក្រោមប្រយោគនីមួយៗ។
write-name = ឈ្មោះរបស់បងប្អូន
write-name-hint = ឈ្មោះនេះនឹងនៅខាងក្រោមលិខិត។ សូមសរសេរតាមដែលបងប្អូនចង់ឱ្យអ្នកទទួលអាន។
write-make = រៀបចំលិខិត
write-open-mail = បើកក្នុងកម្មវិធីអ៊ីមែល
write-nothing-opened = មិនមានអ្វីបើកទេ? ចម្លងលិខិត
write-copy-hint = សូមដាក់ផ្នែកនីមួយៗទៅក្នុងអ៊ីមែលថ្មី ដោយប្រើប៊ូតុងចម្លង ឬដោយជ្រើសអត្ថបទ។ រវាងអាសយដ្ឋាននីមួយៗមានសញ្ញាក្បៀស (,)។ កម្មវិធីអ៊ីមែលខ្លះត្រូវការសញ្ញាចំណុចក្បៀស (;) វិញ។
write-field-to = អ្នកទទួល
write-field-cc = ចម្លងជូន (Cc)
write-field-subject = កម្មវត្ថុ
write-field-letter = លិខិត
write-copy = ចម្លង
write-copy-part = ចម្លង៖ { $part }
write-copied = បានចម្លងហើយ។
write-copy-refused = កម្មវិធីរុករកមិនអនុញ្ញាតឱ្យយើងចម្លងទេ។ សូមជ្រើសអត្ថបទ ហើយចម្លងដោយខ្លួនឯង។
write-did-you-send = តើអ្នកបានផ្ញើហើយឬនៅ?
write-sent-hint = សូមចុចប៊ូតុងនេះ ក្រោយពេលបានផ្ញើអ៊ីមែលរួច។ យើងរាប់ចំនួនលិខិត តែមិនរក្សាទុកឈ្មោះ ឬអត្ថបទរបស់បងប្អូនទេ។
write-sent = ខ្ញុំបានផ្ញើហើយ
write-sending = សូមរង់ចាំបន្តិច…
write-not-sent = យើងមិនបានទទួលដំណឹងនេះទេ ប៉ុន្តែលិខិតរបស់បងប្អូនបានចេញទៅហើយ។ សូមចុចម្ដងទៀត នៅពេលមានអ៊ីនធឺណិត។
write-choose = ជ្រើសរើស និងរៀបលំដាប់ខ្លឹមសារ
write-choose-hint = សូមដកសញ្ញាធីកចេញពីអ្វីដែលបងប្អូនមិនចង់និយាយ ហើយដាក់អ្វីដែលសំខាន់បំផុតសម្រាប់បងប្អូននៅមុនគេ។ លិខិតដែលខុសៗគ្នា ទើបមានគេអាន។
write-up = ឡើងលើ
write-down = ចុះក្រោម
write-up-point = ឡើងលើ៖ { $point }
write-down-point = ចុះក្រោម៖ { $point }
write-moved-up = បានរំកិលឡើងលើ។
write-moved-down = បានរំកិលចុះក្រោម។
write-own = ពាក្យរបស់បងប្អូនផ្ទាល់ បើចង់
write-own-in-english = ប្រយោគមួយរបស់បងប្អូនផ្ទាល់ មានទម្ងន់ជាងប្រយោគទាំងអស់របស់យើង។ យើងមិនបកប្រែវាទេ៖ សូមសរសេរជាភាសាអង់គ្លេស។
write-own-in-khmer = ប្រយោគមួយរបស់បងប្អូនផ្ទាល់ មានទម្ងន់ជាងប្រយោគទាំងអស់របស់យើង។ យើងមិនបកប្រែវាទេ៖ សូមសរសេរជាភាសាខ្មែរ។
write-own-in-french = ប្រយោគមួយរបស់បងប្អូនផ្ទាល់ មានទម្ងន់ជាងប្រយោគទាំងអស់របស់យើង។ យើងមិនបកប្រែវាទេ៖ សូមសរសេរជាភាសាបារាំង។
write-city = ទីក្រុងរបស់បងប្អូន បើចង់
write-city-hint = ឈ្មោះទីក្រុងនឹងនៅក្រោមឈ្មោះបងប្អូន។ សូមទុកឱ្យទទេ បើវាអាចបង្ហាញច្រើនពេក។
write-change = កែលិខិត
write-forget = លុបសេចក្ដីព្រាងនេះ
write-web-mail = Gmail ឬ Outlook ក្នុងកម្មវិធីរុករក
write-web-mail-hint = លិខិតនឹងបើកនៅលើគេហទំព័ររបស់ Google ឬ Microsoft។ ពេលនោះ លិខិតទាំងមូលនឹងនៅក្នុងប្រវត្តិនៃកម្មវិធីរុករកនេះ។
write-more-ways = មធ្យោបាយផ្សេងទៀត៖ ចែករំលែក ឯកសារ ក្រដាស
write-copy-all = ចម្លងទាំងអស់
write-share = ចែករំលែកលិខិត
write-share-hint = បញ្ជូនលិខិតទៅកម្មវិធីផ្សេងក្នុងឧបករណ៍នេះ។ អាសយដ្ឋានមិនត្រូវបានបញ្ជូនទេ៖ សូមចម្លងពីខាងលើ។
write-share-refused = លិខិតមិនត្រូវបានបញ្ជូនទេ។ លិខិតនៅខាងលើដដែល។
write-mail-file = រក្សាទុកជាឯកសារអ៊ីមែល (.eml)
write-mail-file-hint = សម្រាប់កុំព្យូទ័រ៖ Outlook សម្រាប់ Windows និង Thunderbird បើកវាជាអ៊ីមែលដែលត្រៀមផ្ញើ។ កម្មវិធីផ្សេងអាចបង្ហាញវាជាអ៊ីមែលដែលបានទទួល ពេលនោះសូមចម្លងផ្នែកនីមួយៗ។
write-print = បោះពុម្ពលិខិត
write-print-hint = មួយទំព័រសម្រាប់អាសយដ្ឋានប្រៃសណីយ៍នីមួយៗ ដែលដាក់ឱ្យត្រូវនឹងស្រោមសំបុត្រមានបង្អួច។
write-print-by-hand = សូមបោះពុម្ពទំព័រនេះតាមម៉ឺនុយនៃកម្មវិធីរុករក៖ នឹងចេញមួយសន្លឹកសម្រាប់អាសយដ្ឋាននីមួយៗ។
write-paste = លិខិតវែងពេកសម្រាប់តំណ។ លិខិតត្រូវបានចម្លងរួចហើយ៖ សូមបិទភ្ជាប់វាក្នុងអ៊ីមែលទទេ។
write-paste-by-hand = លិខិតវែងពេកសម្រាប់តំណ។ សូមចម្លងវាខាងក្រោម រួចបិទភ្ជាប់ក្នុងអ៊ីមែលទទេ។
letter-date = { $date }
letters-by-country = លិខិតសម្រាប់អ្នកសរសេរនៅប្រទេសណាមួយ
letter-country = { $code ->
    [FR] សម្រាប់អ្នកសរសេរនៅប្រទេសបារាំង
    [US] សម្រាប់អ្នកសរសេរនៅសហរដ្ឋអាមេរិក
    [AU] សម្រាប់អ្នកសរសេរនៅប្រទេសអូស្ត្រាលី
    [CA] សម្រាប់អ្នកសរសេរនៅប្រទេសកាណាដា
   *[other] សម្រាប់អ្នកសរសេរនៅ { $code }
}
city-unreadable = សូមសរសេរឈ្មោះទីក្រុងជាអក្សរក្នុងបន្ទាត់តែមួយ មិនឱ្យលើសពី ១០០ តួអក្សរ
own-too-long = សូមសរសេរពាក្យផ្ទាល់ខ្លួនមិនឱ្យលើសពី ៣.០០០ តួអក្សរ
draft-kept = រក្សាទុកតែក្នុងឧបករណ៍នេះ រហូតដល់បងប្អូនផ្ញើ ឬលុបវា។
draft-not-kept = កម្មវិធីរុករកនេះមិនរក្សាទុកសេចក្ដីព្រាងទេ៖ អ្វីដែលបងប្អូនសរសេរនឹងបាត់នៅពេលបិទទំព័រ។
draft-outdated = ការអំពាវនាវបានផ្លាស់ប្ដូរចាប់តាំងពីបងប្អូនចាប់ផ្ដើមសរសេរ។ សូមអានលិខិតម្ដងទៀតមុនផ្ញើ។
draft-forgotten = សេចក្ដីព្រាងត្រូវបានលុបហើយ។
back-not-yet = មិនទាន់ទេ
back-came-back = លិខិតត្រឡប់មកវិញ
back-thanks = សូមអរគុណ។ យើងនឹងពិនិត្យអាសយដ្ឋាននោះ។ មធ្យោបាយផ្សេងនៅប្រើបានដដែល។
write-back = ត្រឡប់ទៅការអំពាវនាវវិញ
write-closed-heading = ផុតកាលកំណត់ហើយ
write-closed = យើងលែងសុំឱ្យសរសេរលិខិតសម្រាប់ការអំពាវនាវនេះហើយ។ នៅមានអ្នកដទៃទៀតដែលកំពុងត្រូវការលិខិត។
name-missing = សូមសរសេរឈ្មោះរបស់បងប្អូន ដើម្បីចុះក្នុងលិខិត
name-too-long = សូមសរសេរឈ្មោះមិនឱ្យលើសពី ១០០ តួអក្សរ
name-unreadable = សូមសរសេរឈ្មោះជាអក្សរក្នុងបន្ទាត់តែមួយ ដោយគ្មានសញ្ញា < ឬ > និងគ្មានតួអក្សរដែលមើលមិនឃើញ
form-outdated = ទំព័រនេះចាស់ពេកហើយ។ សូមចុច «ខ្ញុំបានផ្ញើហើយ» ម្ដងទៀត

## What a letter says in its own language

letter-salutation = { $officials }
letter-salutation-between = {" "}
letter-salutation-neutral = លោក លោកស្រី ជាទីគោរព
letter-lead-in = អាស្រ័យហេតុនេះ ខ្ញុំសូមគោរពស្នើសុំ មេត្តាចាត់វិធានការដូចខាងក្រោម៖
letter-farewell = សូមមេត្តាទទួលនូវការគោរពដ៏ខ្ពង់ខ្ពស់ពីខ្ញុំ។

## The safety question

safety-question = តើអ្នក ឬគ្រួសារជិតស្និទ្ធ នៅកម្ពុជា ឬនៅកន្លែងដែលលិខិតនេះអាចនាំគ្រោះថ្នាក់ដល់អ្នកទេ?
safety-not-kept = យើងមិនរក្សាទុកចម្លើយនេះទេ។
safety-yes = មែន ឬខ្ញុំមិនប្រាកដ
safety-yes-why = បើដូច្នោះ សូមកុំចុះឈ្មោះលើលិខិតនេះ។ អ្នកទទួលឃើញឈ្មោះ និងអាសយដ្ឋានអ៊ីមែលរបស់អ្នកផ្ញើ ហើយធ្លាប់មានអ្នកដែលសរសេរក្នុងរឿងបែបនេះ ត្រូវគេហៅទៅសួរនាំ។ អ្នកដទៃនឹងសរសេរជំនួស។ បងប្អូនអាចជួយដោយមិនបន្សល់ស្លាកស្នាម តាមវិធីទាំងនេះ៖
safety-yes-read = អានការអំពាវនាវទាំងមូល ដើម្បីដឹងហេតុការណ៍ឱ្យច្បាស់
safety-yes-share = ប្រាប់រឿងនេះដោយផ្ទាល់មាត់ ដល់មនុស្សដែលបងប្អូនទុកចិត្ត
safety-yes-privacy = អានទំព័រភាពឯកជន៖ អ្វីដែលយើងដឹងអំពីបងប្អូន និងអ្វីដែលយើងមិនអាចលាក់បាំងបាន
safety-no = មិនមែនទេ

## Thanks, and what stays in the browser

thanks-title = សូមអរគុណ
thanks-count = សូមអរគុណបងប្អូន។ លិខិត { $shown } ច្បាប់ តាមការប្រាប់របស់អ្នកសរសេរ
thanks-what-next = ចំនួននៅលើទំព័រការអំពាវនាវ នឹងកើនតាមក្នុងរយៈពេលកន្លះនាទី។ បងប្អូនអាចតាមដានរឿងនេះតទៅទៀតនៅលើទំព័រនោះ។
thanks-to-steps = មើលជំហានទាំង ៤ របស់បងប្អូន
thanks-other-letter = សរសេរលិខិតទី{ $number }
wrote-on = បងប្អូនបានសរសេរនៅ{ $date }។
wrote-next = មើលជំហានបន្ទាប់របស់បងប្អូន

## The four steps

steps-title = ជំហានទាំង ៤
steps-what = កិច្ចការបួនយ៉ាងនេះធ្វើឱ្យបងប្អូនក្លាយជាសមាជិក។ ជំហាននីមួយៗត្រូវគូសសម្គាល់ តាមអ្វីដែលបងប្អូនបានធ្វើពិតប្រាកដ។
step-done = (ធ្វើរួចហើយ)
step-follow = តាមដានការអំពាវនាវបន្ទាន់
step-follow-short = ដឹងដំណឹង នៅពេលនរណាម្នាក់ត្រូវការលិខិត
step-follow-state = សូមរក្សាទុកអាសយដ្ឋានទំព័រការអំពាវនាវបច្ចុប្បន្ន ហើយចូលមើលម្ដងក្នុងមួយសប្ដាហ៍។
step-follow-next = ការអំពាវនាវបច្ចុប្បន្ន
step-write = សរសេរទៅអ្នកទទួល
step-write-short = ផ្ញើលិខិតក្នុងពេលប្រហែល ២ នាទី
step-write-not-yet = តាមដែលកម្មវិធីរុករកនេះដឹង បងប្អូនមិនទាន់បានសរសេរលិខិតទេ។
step-write-again = ការអំពាវនាវថ្មីមួយកំពុងរង់ចាំបងប្អូន។
step-write-none-open = ពេលនេះមិនមានការអំពាវនាវបន្ទាន់ទេ។ សូមចូលមកមើលម្ដងទៀតក្នុងពេលឆាប់ៗ។
step-write-next = សរសេរលិខិត៖ { $title }
step-watch = មើល និងស្ដាប់វេទិកាសាធារណៈ
step-watch-short = ស្ដាប់អ្នកពាក់ព័ន្ធផ្ទាល់ ហើយសួរសំណួរ
step-watch-state = ពេលនេះមិនទាន់មានការប្រកាសអំពីវេទិកាណាមួយទេ។ វេទិកាបន្ទាប់នឹងមាននៅទីនេះ។
step-become = ក្លាយជាសមាជិកសកម្ម
step-become-short = សរសេរសម្រាប់ការអំពាវនាវចំនួន ៣ និងចូលរួមផ្សេងៗទៀត
step-become-state = សូមសរសេរលិខិតសម្រាប់ការអំពាវនាវចំនួន ៣។
step-become-so-far = { $count ->
    [0] បងប្អូនមិនទាន់បានសរសេរសម្រាប់ការអំពាវនាវណាមួយទេ។
   *[other] បងប្អូនសរសេរបានហើយ { $shown } ក្នុងចំណោម ៣។
}
steps-kept-title = អ្វីដែលកម្មវិធីរុករកនេះរក្សាទុក
steps-kept = សញ្ញាគូសទាំងនេះរក្សាទុកតែក្នុងកម្មវិធីរុករកនេះប៉ុណ្ណោះ ហើយមានឡើងព្រោះតែបងប្អូនបានធ្វើអ្វីមួយនៅទីនេះ។ អ្នកណាដែលប្រើកម្មវិធីរុករកនេះ អាចមើលឃើញសញ្ញាទាំងនេះ។
steps-forget = លុបអ្វីដែលកម្មវិធីរុករកនេះរក្សាទុក
steps-privacy = អ្វីដែលយើងដឹងអំពីបងប្អូន

## About us

about-link = យើងជានរណា
privacy-link = អ្វីដែលយើងដឹងអំពីបងប្អូន និងអ្វីដែលយើងមិនអាចលាក់បាំងបាន

## When something is wrong

form-refused = សូមពិនិត្យមើលឡើងវិញ
form-refused-title = កំហុស៖ { $title }
error-not-found-title = មិនមានទំព័រនេះទេ
error-not-found = អាសយដ្ឋានអាចវាយខុស ឬទំព័រនេះអាចត្រូវបានដកចេញហើយ។
error-foreign-title = សំណើនេះមកពីគេហទំព័រផ្សេង
error-foreign = មានគេហទំព័រផ្សេងបានផ្ញើទម្រង់បែបបទមកយើង។ ដើម្បីសុវត្ថិភាពរបស់បងប្អូន យើងមិនបានទទួលយកទេ។ សូមបើកទំព័រនៅទីនេះ រួចសាកល្បងម្ដងទៀត។
error-method-title = មិនអាចប្រើអាសយដ្ឋាននេះបែបនេះបានទេ
error-method = ទំព័រនេះមានពិតមែន ប៉ុន្តែមិនអាចប្រើតាមរបៀបនេះបានទេ។
error-too-large-title = ទិន្នន័យច្រើនពេក
error-too-large = ទិន្នន័យដែលផ្ញើមក ច្រើនជាងអ្វីដែលទម្រង់បែបបទនៅទីនេះអាចទទួលបាន។ យើងមិនបានរក្សាទុកអ្វីទេ។ សូមត្រឡប់ក្រោយ ហើយសរសេរឱ្យខ្លីជាងនេះ។
error-unreadable-title = យើងអានមិនបានទេ
error-unreadable = អ្វីដែលផ្ញើមក មិនមែនជាអត្ថបទពីទម្រង់បែបបទរបស់យើងទេ។ យើងមិនបានរក្សាទុកអ្វីទេ។ សូមត្រឡប់ក្រោយ ហើយសាកល្បងម្ដងទៀត។
error-misdirected-title = នេះជាអាសយដ្ឋានរបស់គេហទំព័រផ្សេង
error-misdirected = សំណើនេះសម្រាប់ម៉ាស៊ីនមេមួយ ដែលមិនមែនជារបស់យើង។
error-busy-title = សំណើច្រើនពេកក្នុងពេលតែមួយ
error-busy = យើងឆ្លើយមិនទាន់ពេលទេ។ គ្មានអ្វីបាត់បង់ឡើយ។ សូមសាកល្បងម្ដងទៀត ក្រោយប៉ុន្មានវិនាទី។
error-failed-title = កំហុសនៅខាងយើង
error-failed = មានបញ្ហាកើតឡើងនៅខាងយើង។ បញ្ហានេះត្រូវបានកត់ត្រាទុក សម្រាប់អ្នកដែលថែទាំគេហទំព័រនេះ។ សូមសាកល្បងម្ដងទៀតនៅពេលក្រោយ។
error-to-alerts = មើលការអំពាវនាវបច្ចុប្បន្ន
error-to-home = ទៅទំព័រដើម

## Lists and pages of alerts

menu-issues = បញ្ហា
menu-posts = អត្ថបទ
menu-officials = អ្នកទទួល
menu-submissions = ឯកសារដាក់ជូនអង្គការសហប្រជាជាតិ
menu-primers = មេរៀន
menu-privacy = ភាពឯកជន
menu-is-it-us = តើនេះជាយើងមែនទេ?
menu-imprint = អ្នកទទួលខុសត្រូវ
menu-feed = បណ្ដាញព័ត៌មាន (Atom)
feed-alerts = សំឡេង៖ ការអំពាវនាវបន្ទាន់ និងព័ត៌មានថ្មី
feed-alerts-of = សំឡេង៖ ការអំពាវនាវបន្ទាន់អំពី{ $issue }
feed-posts = សំឡេង៖ អត្ថបទ និងឯកសារដែលបានដាក់ជូន
feed-posts-of = សំឡេង៖ អត្ថបទអំពី{ $issue }
alerts-waiting = កំពុងរង់ចាំដំណឹង
alerts-waiting-what = កាលកំណត់នៃការអំពាវនាវទាំងនេះបានផុតហើយ។ លទ្ធផលនឹងបង្ហាញនៅទីនេះ។
alerts-closed = ការអំពាវនាវដែលបានបិទ
alerts-closed-in = ការអំពាវនាវដែលបានបិទក្នុងឆ្នាំ{ $year }
alerts-closed-what = លទ្ធផលនៃការអំពាវនាវនីមួយៗ តាមដែលយើងដឹង។
alert-paused = សូមកុំទាន់សរសេរ
alert-extended = បានពន្យារពេលនៅ{ $on }។ មុននេះ ថ្ងៃចុងក្រោយគឺ{ $was }។
alert-warning = មុនពេលអាន៖
alert-warning-read = អានអត្ថបទ
alert-people = អ្នកពាក់ព័ន្ធ
alert-pronouns = ({ $pronouns })
alert-updates = ព័ត៌មានថ្មី
alert-other-action = អ្វីផ្សេងទៀតដែលបងប្អូនអាចធ្វើបាន
alert-more-on-issue = អានបន្ថែមអំពី៖ { $issue }
alert-case-sheet = សន្លឹកព័ត៌មានសម្រាប់បោះពុម្ព
update-new-on = ព័ត៌មានថ្មី{ $date }៖
update-corrected-on = ការកែតម្រូវ{ $date }៖
update-correction = ការកែតម្រូវ
outcome-title = លទ្ធផល
outcome-good-news = ដំណឹងល្អ
outcome-no-further-action = លែងត្រូវការលិខិតទៀត
outcome-lapsed = ផុតកំណត់ដោយគ្មានដំណឹង
outcome-closed-on = បានបិទនៅ{ $date }
listen-title = ស្ដាប់
listen-told = { $length }, { $size }។ គ្មានអ្វីត្រូវបានទាញយក មុនពេលបងប្អូនចុចស្ដាប់ទេ។
listen-seconds = { $shown } វិនាទី
listen-minutes = { $shown } នាទី
listen-keep = រក្សាទុកសំឡេងនេះក្នុងឧបករណ៍នេះ
listen-gone = ពេលនេះមិនមានសំឡេងថតនេះទេ។ អត្ថបទរបស់វានៅខាងក្រោម។
listen-text = អត្ថបទនៃសំឡេងថត
kilobytes = { $shown } គីឡូបៃ
sheet-title = សន្លឹកព័ត៌មាន { $number }
sheet-scan = សរសេរលិខិត
sheet-scan-what = សូមតម្រង់កាមេរ៉ាទូរស័ព្ទទៅលើប្រអប់ការ៉េនេះ ឬវាយអាសយដ្ឋាននេះ។

## Issues

issues-title = បញ្ហា
issues-what = រឿងរ៉ាវដ៏វែងនៅពីក្រោយការអំពាវនាវបន្ទាន់៖ អ្វីដែលកំពុងកើតឡើង អ្វីដែលច្បាប់ចែង និងអ្វីដែលយើងស្នើសុំ។
issues-none = មិនទាន់មានបញ្ហាណាត្រូវបានចុះផ្សាយទេ។
issue-open-alerts = ការអំពាវនាវបច្ចុប្បន្នចំនួន { $shown }
issue-story = ដំណើររឿងរហូតមកដល់ពេលនេះ
issue-no-story = នៅទីនេះមិនទាន់មានរឿងរ៉ាវទេ។
issue-all = បញ្ហាទាំងអស់
story-alert = ការអំពាវនាវបន្ទាន់
story-update = ព័ត៌មានថ្មី
story-post = អត្ថបទ
story-submission = បានដាក់ជូន
story-answer = បានទទួលចម្លើយ

## Officials

officials-title = អ្នកទទួល
officials-what = អ្នកដែលអាចសម្រេចបាន និងរបៀបទាក់ទងពួកគេ។ សូមសរសេរតាមរយៈការអំពាវនាវបន្ទាន់ ដើម្បីឱ្យលិខិតរបស់បងប្អូនត្រូវបានរាប់បញ្ចូល។
officials-none = បញ្ជីនេះមិនទាន់មានអ្នកទទួលទេ។
officials-government = រាជរដ្ឋាភិបាលកម្ពុជា
officials-missions = បេសកកម្ម និងស្ថានទូត
officials-united-nations = អង្គការសហប្រជាជាតិ
officials-others = អ្នកទទួលផ្សេងទៀត
official-what = របៀបទាក់ទង{ $official } និងការអំពាវនាវដែលសុំឱ្យសរសេរទៅស្ថាប័ននេះ។
official-reached = របៀបទាក់ទង
official-by-post = តាមប្រៃសណីយ៍ប៉ុណ្ណោះ
official-write-by-alert = សូមជ្រើសរើសការអំពាវនាវមួយខាងក្រោម។ នៅទីនោះមានប្រាប់អំពីអ្វីដែលត្រូវស្នើសុំ។
official-letters-title = លិខិត
official-letters = លិខិត { $shown } ច្បាប់ត្រូវបានផ្ញើទៅអ្នកទទួលនេះ តាមការប្រាប់របស់អ្នកសរសេរ
official-no-letters = មិនទាន់មាននរណាប្រាប់ថាបានផ្ញើលិខិតទៅអ្នកទទួលនេះទេ។
official-alerts = ការអំពាវនាវដែលផ្ញើជូនអ្នកទទួលនេះ
official-no-alerts = មិនទាន់មានការអំពាវនាវណាផ្ញើជូនអ្នកទទួលនេះទេ។
official-all = អ្នកទទួលទាំងអស់

## Posts and submissions

home-posts = អត្ថបទថ្មីៗ
posts-title = អត្ថបទ
posts-what = អ្វីដែលសហគមន៍សរសេរ៖ របាយការណ៍ បទពិសោធន៍ និងអ្វីដែលយើងបានសម្រេចរួមគ្នា។
posts-none = មិនទាន់មានអត្ថបទណាត្រូវបានចុះផ្សាយទេ។
post-alerts = ការអំពាវនាវដែលអត្ថបទនេះនិយាយដល់
post-neighbours = អត្ថបទផ្សេងទៀត
post-before = អត្ថបទមុន
post-after = អត្ថបទបន្ទាប់
submissions-title = ឯកសារដាក់ជូនអង្គការសហប្រជាជាតិ
submissions-what = អ្វីដែលយើងបានដាក់ជូន ទៅស្ថាប័នណា នៅពេលណា និងអ្វីដែលយើងបានទទួលជាចម្លើយ។
submissions-none = មិនទាន់មានឯកសារណាត្រូវបានចុះផ្សាយទេ។
submission-to = ជូន
submission-when = បានដាក់ជូននៅ
submission-on = បានដាក់ជូននៅ{ $date }
submission-about = អំពី
submission-answers = ចម្លើយ
submission-answer = ចម្លើយ{ $date }
submission-answered-on = បានទទួលចម្លើយនៅ{ $date }
submission-no-answer = មិនទាន់មានចម្លើយទេ
submission-document = ឯកសារ
submission-read = អានឯកសារ
body-special-rapporteur = អ្នករាយការណ៍ពិសេស
body-upr = យន្តការពិនិត្យជាសកលតាមកាលកំណត់ (UPR)
body-treaty-body = គណៈកម្មាធិការសន្ធិសញ្ញា
body-unesco = យូណេស្កូ

## Primers

primers-title = មេរៀន
primers-what = មេរៀនខ្លីៗបី។ អ្នកដែលបានអាន ដឹងថាការងារនេះដំណើរការដូចម្ដេច និងហេតុអ្វី។
primers-none = មិនទាន់មានមេរៀនណាត្រូវបានចុះផ្សាយទេ។
primer-questions = សំណួរបីសម្រាប់សាកល្បងខ្លួនឯង
primer-questions-hint = យើងមិនរក្សាទុកចម្លើយរបស់បងប្អូនទេ។
primer-check = ពិនិត្យចម្លើយរបស់ខ្ញុំ
primer-check-again = ពិនិត្យម្ដងទៀត
primer-choose = សូមជ្រើសរើសចម្លើយសម្រាប់សំណួរទី{ $number }
primer-right = ត្រឹមត្រូវ { $right } ក្នុងចំណោម { $all }
primer-is-right = ត្រឹមត្រូវ។
primer-is-wrong = មិនទាន់ត្រឹមត្រូវទេ។
primer-right-is = ចម្លើយត្រឹមត្រូវគឺ៖
primer-all = មេរៀនទាំងអស់

## Facts about us, and for machines

about-description = { $title }៖ បណ្ដាញចំណាត់ការបន្ទាន់ដើម្បីសិទ្ធិមនុស្សនៅកម្ពុជា
is-it-us-link = តើនេះជាយើងមែនទេ?
fact-address = អាសយដ្ឋានរបស់យើង
fact-contact = ទំនាក់ទំនង
fact-key = កូនសោរបស់យើង
manifest-name = សំឡេង៖ ចំណាត់ការបន្ទាន់
manifest-short-name = សំឡេង
write-by-post = តាមប្រៃសណីយ៍
write-by-post-hint = យើងមិនស្គាល់អាសយដ្ឋានអ៊ីមែលរបស់អ្នកទទួលនេះទេ។ សូមសរសេរលិខិតដោយដៃ ឬបោះពុម្ព ហើយផ្ញើទៅ៖

## For designers

samples-title = គំរូ៖ ផ្នែកនីមួយៗក្នុងគ្រប់ស្ថានភាព
