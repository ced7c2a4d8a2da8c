### Every word the interface says. A section a feature. `{ $shown }` is a number already written in the language's digits;
### `{ $count }` beside it decides the form and is never shown.

## Dates: months by number, the form of a month's first day, a date with and without its year

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-first = 1
date-full = { $day } { $month } { $year }
date-day = { $day } { $month }

## The frame of every page

page-title = { $title } – Samleng
skip = Skip to the content
to-home = Samleng, first page
languages = Language
menu = Main menu
menu-foot = Menu at the foot of the page
menu-alerts = Alerts
menu-steps = The four steps
menu-about = About us
leave = Leave now
leave-press-twice-more = Press Shift twice more to leave this site.
leave-press-once-more = Press Shift once more to leave this site.
leave-leaving = Leaving…
leave-honestly = “Leave now”, or Shift pressed three times, opens another site in place of this page. Pages that you read before stay in the history of the browser.
leave-clears = When I leave by “Leave now”, also forget what this browser keeps

## A text that is not in the reader's language

shown-in-english = Not yet in this language. Shown in English
shown-in-khmer = Not yet in English. Shown in Khmer
shown-in-french = Not yet in English. Shown in French

## The first page

home-title = Urgent actions for human rights in Cambodia
home-heading = Write, listen, speak
home-read-and-write = Read and write
home-also-open = Also open
home-who = Who we are
home-who-text = A network of Khmer people and friends who write, listen and speak so that those in power must answer.
home-more-about = More about us

## Alerts

alerts-title = Open alerts
alerts-what = People who need letters now. Choose one; writing takes about two minutes.
alerts-none = No alert is open at the moment.
urgency-now = Urgent
urgency-soon = Soon
alert-write-by = Write by { $date }
alert-deadline-was = The last day to write was { $date }
alert-days-left = { $count ->
    [one] { $shown } day left
   *[other] { $shown } days left
}
alert-last-day = Today is the last day
alert-write-to = Write to: { $official }
alert-write-to-more = Write to: { $official }, and { $shown } more
alert-write-the-letter = Write the letter
alert-two-minutes = About 2 minutes. No account needed
alert-to-open-ones = See the open alerts
alert-what-happened = What happened
alert-what-we-ask = What we ask
alert-whom = Whom to write to
alert-letters-so-far = Letters so far
alert-letters-count = { $count ->
    [one] { $shown } letter, as reported by its writer
   *[other] { $shown } letters, as reported by their writers
}
alert-no-letters = No letter is reported yet. Yours can be the first.
alert-additional = More to know
alert-sources = Sources
alert-issued = This alert was issued on { $date }.

## The composer

write-title = Your letter for { $number }
write-heading = Your letter
write-letter-of = Letter { $this } of { $all }
write-goes-out-in-english = This letter goes out in English.
write-goes-out-in-khmer = This letter goes out in Khmer.
write-goes-out-in-french = This letter goes out in French.
write-meaning-in-english = The English meaning is under each sentence.
write-meaning-in-khmer = The Khmer meaning is under each sentence.
write-meaning-in-french = The French meaning is under each sentence.
write-name = Your name
write-name-hint = It stands under the letter. Write it as the official should read it.
write-make = Make the letter
write-open-mail = Open in my e-mail app
write-nothing-opened = Nothing opened? Copy the letter
write-copy-hint = Put each part into a new mail, by its button or by selecting it. Commas stand between the addresses; some programs want semicolons there.
write-field-to = To
write-field-cc = Copy to (Cc)
write-field-subject = Subject
write-field-letter = Letter
write-copy = Copy
write-copy-part = Copy: { $part }
write-copied = Copied.
write-copy-refused = The browser does not let us copy. Select the text and copy it yourself.
write-did-you-send = Did you send it?
write-sent-hint = Press this after the mail has left. We count the letter; we store neither your name nor your text.
write-sent = I sent it
write-sending = One moment…
write-not-sent = That did not reach us. Your letter is sent all the same; press again when you are online.
write-choose = Choose and order what it says
write-choose-hint = Untick what you would not say, and put first what matters most to you. Letters that differ are read.
write-up = Up
write-down = Down
write-up-point = Up: { $point }
write-down-point = Down: { $point }
write-moved-up = Moved up.
write-moved-down = Moved down.
write-own = In your own words, if you like
write-own-in-english = One sentence of your own counts for more than all of ours. We do not translate it: write it in English.
write-own-in-khmer = One sentence of your own counts for more than all of ours. We do not translate it: write it in Khmer.
write-own-in-french = One sentence of your own counts for more than all of ours. We do not translate it: write it in French.
write-city = Your city, if you like
write-city-hint = It stands under your name. Leave it empty if it could tell too much.
write-change = Change the letter
write-forget = Forget this draft
write-web-mail = Gmail or Outlook in the browser
write-web-mail-hint = These open the letter on Google’s or Microsoft’s site. The whole letter then stands in this browser’s history.
write-more-ways = Other ways: share, file, paper
write-copy-all = Copy everything
write-share = Share the letter
write-share-hint = Hands the letter to another app on this device. The addresses are not handed on: copy them above.
write-share-refused = The letter was not handed on. It still stands above.
write-mail-file = Keep as a mail file (.eml)
write-mail-file-hint = For a computer: Outlook for Windows and Thunderbird open it ready to send. Other programs may show it as a mail that came; then copy the parts.
write-print = Print the letter
write-print-hint = One page for each postal address, placed for a window envelope.
write-print-by-hand = Print this page with your browser’s menu: one sheet comes out for each address.
write-paste = The letter is too long for a link. It is copied: paste it into the empty mail.
write-paste-by-hand = The letter is too long for a link. Copy it below, and paste it into the empty mail.
letter-date = { $date }
letters-by-country = Letters for writers in one country
letter-country = { $code ->
    [FR] For writers in France
    [US] For writers in the United States
    [AU] For writers in Australia
    [CA] For writers in Canada
   *[other] For writers in { $code }
}
city-unreadable = Write the city in one line of at most 100 characters, with letters
own-too-long = Write at most 3,000 characters of your own
draft-kept = Kept on this device only, until you send it or forget it.
draft-not-kept = This browser keeps no drafts: what you write is gone when the page closes.
draft-outdated = The alert has changed since you began. Read the letter again before you send it.
draft-forgotten = The draft is forgotten.
back-not-yet = Not yet
back-came-back = It came back
back-thanks = Thank you. We will check the address. The other ways still work.
write-one-each = One mail for each address, for programs that take one only:
write-compare = Show which sentences are only ours
ours-all = Every sentence of this letter is ours, word for word, and is underlined. Many send the same: say one thing in your own words.
ours-some = What is underlined is ours, word for word, and so is some of what you added. The rest is yours alone.
ours-none = What is underlined is ours, word for word. What you added is yours alone.
page-outdated = The alert has changed since you opened this page. Open it anew before you send the letter.
write-open-anew = Open the page anew
back-not-told = That did not reach us. Press again when you are online.
write-paused-draft = If you have begun a letter on this device, it stays there until letters are asked for again.
write-closed-other = An alert that needs letters now
write-sent-all = { $count ->
   *[other] I sent all { $shown } letters
}
share-heading = Tell others
share-hint = This text does not say what it is about. Whoever opens the link sees the alert.
share-neutral = There is news: { $link }
share-neutral-label = Neutral text
share-open = Say what it is about
share-open-hint = This text has the alert’s title in it. Others may see it on the screens that it reaches.
share-open-label = Text with the title
share-sheet = Pass it on with another app
thanks-on-paper = Did a gathering write on paper? Report its letters
on-paper-title = Letters on paper for { $number }
on-paper-heading = Letters on paper
on-paper-what = Did a gathering write by hand, or print its letters? Say how many left by post. A coordinator confirms the number; then they count, apart from all others.
on-paper-which = Which letter?
on-paper-count = How many letters?
on-paper-gathering = Where and when, if you like
on-paper-gathering-hint = A word by which a coordinator can ask about it, such as “Pagoda in Lyon, 22 November”. No names of people. It is deleted when the number is confirmed.
on-paper-report = Report the letters
on-paper-thanks = { $count ->
    [one] Thank you. { $shown } letter on paper is noted
   *[other] Thank you. { $shown } letters on paper are noted
}
on-paper-waits = They wait for a coordinator, who confirms the number. Then it stands on the alert’s page.
on-paper-count-unreadable = Write how many letters there were, in digits, from 1 to 2,000
on-paper-gathering-unreadable = Write where and when in one line of at most 120 characters
on-paper-too-often = Many reports have come from your network. Try again in an hour; what you wrote still stands here
alert-on-paper-count = { $count ->
    [one] And { $shown } letter on paper, reported by a gathering and confirmed
   *[other] And { $shown } letters on paper, reported by gatherings and confirmed
}
write-back = Back to the alert
write-closed-heading = The deadline has passed
write-closed = Letters for this alert are no longer asked for. Other people need one now.
name-missing = Write your name, so that the letter is signed
name-too-long = Write a name of at most 100 characters
name-unreadable = Write the name in one line with letters, without < or > or hidden characters
form-outdated = This page is too old. Press “I sent it” once more

## What a letter says in its own language

letter-salutation = { $officials },
letter-salutation-between = {", "}
letter-salutation-neutral = Dear Sir or Madam
letter-lead-in = I respectfully ask you to take the following steps:
letter-farewell = Yours sincerely,

## The safety question

safety-question = Are you, or close family, in Cambodia, or anywhere this letter could put you at risk?
safety-not-kept = We don’t keep your answer.
safety-yes = Yes, or I am not sure
safety-yes-why = Then please don’t sign this letter. Officials see the name and the address from which a mail comes, and people who wrote in such cases have been questioned. Others will write. You can help without a trace:
safety-yes-read = read the whole alert, so that you know the facts
safety-yes-listen = listen to it on the alert’s page
safety-yes-share = tell somebody you trust about it, in person
safety-yes-text = pass on this text, which says nothing of the case:
safety-yes-privacy = read what we hold about readers, and what we can’t hide
safety-no = No

## Thanks, and what stays in the browser

thanks-title = Thank you
thanks-count = { $count ->
    [one] Thank you. { $shown } letter, as reported by its writer
   *[other] Thank you. { $shown } letters, as reported by their writers
}
thanks-what-next = The number on the alert’s page follows within half a minute. What becomes of the case stands on that page.
thanks-to-steps = See your four steps
thanks-other-letter = Write letter { $number }
wrote-on = You wrote on { $date }.
wrote-next = See your next step

## The four steps

steps-title = The four steps
steps-what = Four things make a member. Each is ticked by what you really did.
step-done = (done)
step-new = New
step-to-alerts = See the alerts
step-follow = Follow the alerts
step-follow-short = Know when somebody needs a letter
step-follow-state = Be told by mail when an alert is out.
step-follow-next = Follow by mail
step-follow-counts = Ticked when you say yes to our mails, or take our feed’s address by its button.
step-write = Write to the officials
step-write-short = Send a letter in about two minutes
step-write-not-yet = You have not written yet.
step-write-again = A new alert is waiting for you.
step-write-none-open = No alert is open at the moment. Come back soon.
step-write-next = Write for { $title }
step-write-counts = Ticked when you tell us that you sent a letter. It begins again with each new alert.
step-watch = Watch a forum
step-watch-short = Hear those concerned, and ask
step-watch-next = See the coming forums
step-watch-counts = Ticked when you have watched half of a forum, live or recorded. It begins again with each new forum.
step-watch-not-yet = You have not watched one yet.
step-become = Become an active member
step-become-short = Learn, write, watch, pass on: any two
step-become-counts = Ticked by any two of these four. It stays ticked.
step-become-done = You have been an active member since { $date }.
step-become-learn = Read and answer: { $title }
step-become-share = Pass an alert on
step-become-more = Read the newest posts
step-part-learned = Answer the questions of three primers:
step-part-wrote = Write for three alerts:
step-part-watched = Watch two forums:
step-part-shared = Pass an alert on, or invite somebody:
step-part-so-far = { $shown } of { $all }
step-part-not-yet = not yet
step-part-done = done on { $date }
steps-did = What you did
did-follow = You began to follow
did-write = You wrote
did-watch = You watched half of it
did-learn = You answered the questions
did-share = You passed an alert on, or invited somebody
steps-kept-title = What this browser keeps
steps-kept = These ticks are kept in this browser only, and only because you acted. Whoever uses the browser can see them.
steps-kept-how-long = It keeps each for a year after the act. Some browsers, Safari among them, may forget after seven days what a page’s script noted: forums that you watched, that you passed something on, drafts of letters, and your choice below. In a private window all of it goes when that is closed.
along-title = Take this along?
along-what = { $count ->
    [one] This browser remembers one thing you did that your account does not know yet.
   *[other] This browser remembers { $shown } things you did that your account does not know yet.
}
along-yes = Take it along
along-no = Leave it here
steps-in-account = What you do while you are signed in is kept in your account. What you did before may still be in this browser.
steps-join = With an account they stay, on every device
steps-forget = Forget what this browser keeps
steps-privacy = What we hold about readers

## About us

about-link = Who we are
privacy-link = What we hold about readers, and what we can’t hide

## When something is wrong

form-refused = Please check this
form-refused-title = Error: { $title }
error-not-found-title = There is no such page
error-not-found = The address may be mistyped, or the page may have been taken down.
error-foreign-title = This came from another site
error-foreign = A form was sent to us from another site. For your safety it was not accepted. Open the page here and try again.
error-method-title = That does not work at this address
error-method = The page exists, but cannot be used in this way.
error-too-large-title = That was too much
error-too-large = More was sent than any form here holds. Nothing was stored. Go back and shorten the text.
error-unreadable-title = That could not be read
error-unreadable = What was sent is not the text of a form of ours. Nothing was stored. Go back and try again.
error-misdirected-title = This is another site’s address
error-misdirected = The request was meant for a host that is not ours.
error-busy-title = Too much at once
error-busy = We could not answer in time. Nothing was lost; try again in a few seconds.
error-failed-title = We made a mistake
error-failed = Something failed on our side. It is written down for those who run this site. Try again later.
error-to-alerts = See the open alerts
error-to-home = To the first page

## Lists and pages of alerts

menu-forums = Forums
menu-issues = Issues
menu-posts = Posts
menu-officials = Officials
menu-submissions = Submissions to the UN
menu-primers = Primers
menu-privacy = Privacy
menu-is-it-us = Is it really us?
menu-imprint = Imprint
menu-feed = Feed (Atom)
feed-alerts = Samleng: alerts and updates
feed-alerts-of = Samleng: alerts on { $issue }
feed-posts = Samleng: posts and submissions
feed-posts-of = Samleng: posts on { $issue }
alerts-waiting = Waiting for word
alerts-waiting-what = The deadline of these alerts has passed. What becomes of them will stand here.
alerts-closed = Closed alerts
alerts-closed-in = Alerts closed in { $year }
alerts-closed-what = How each of them ended, as far as we know.
alert-paused = Do not write now
alert-extended = Extended on { $on }; before, the last day was { $was }.
alert-warning = Before you read:
alert-warning-read = Read the text
alert-people = Who is concerned
alert-pronouns = ({ $pronouns })
alert-updates = Updates
alert-other-action = What else you can do
alert-more-on-issue = More on: { $issue }
alert-case-sheet = Case sheet to print
update-new-on = Update of { $date }:
update-corrected-on = Correction of { $date }:
update-correction = Correction
outcome-title = How it ended
outcome-good-news = Good news
outcome-no-further-action = No further action
outcome-lapsed = Lapsed, without word
outcome-closed-on = Closed on { $date }
listen-title = Listen
listen-told = { $length }, { $size }. Nothing is loaded before you press play.
length-hours = { $count ->
    [one] { $shown } hour
   *[other] { $shown } hours
}
length-seconds = { $count ->
    [one] { $shown } second
   *[other] { $shown } seconds
}
length-minutes = { $count ->
    [one] { $shown } minute
   *[other] { $shown } minutes
}
listen-keep = Keep the recording on this device
listen-gone = The recording is not here at the moment. Its text is below.
listen-text = The text of the recording
kilobytes = { $shown } kB
megabytes = { $shown } MB
sheet-title = Case sheet { $number }
sheet-scan = Write the letter
sheet-scan-what = Point a phone’s camera at the square, or type the address.

## Issues

issues-title = Issues
issues-what = The long stories behind the alerts: what happens, what the law says, what we ask.
issues-none = No issue is published yet.
issue-open-alerts = { $count ->
    [one] { $shown } open alert
   *[other] { $shown } open alerts
}
issue-story = The story so far
issue-no-story = Nothing is told here yet.
issue-all = All issues
story-alert = Alert
story-update = Update
story-post = Post
story-submission = Submitted
story-answer = Answered

## Officials

officials-title = Officials
officials-what = Those who can decide, and how to reach them. Write through an alert, so that your letter counts.
officials-none = No official is in the directory yet.
officials-government = Cambodian government
officials-missions = Missions and embassies
officials-united-nations = United Nations
officials-others = Others
official-what = How to reach: { $official }, and the alerts that ask for letters to this office.
official-reached = How to reach this office
official-by-post = By post only
official-write-by-alert = Choose an alert below: it says what to ask for.
official-letters-title = Letters
official-letters = { $count ->
    [one] { $shown } letter to this office, as reported by its writer
   *[other] { $shown } letters to this office, as reported by their writers
}
official-no-letters = No letter to this office is reported yet.
official-alerts = Alerts that list this office
official-no-alerts = No alert lists this office yet.
official-all = All officials

## Posts and submissions

home-posts = Newest posts
posts-title = Posts
posts-what = What the community writes: reports, experience, and what we decided together.
posts-none = No post is published yet.
post-alerts = The alerts of which this speaks
post-neighbours = Other posts
post-before = Previous
post-after = Next
submissions-title = Submissions to the United Nations
submissions-what = What we submitted, to which body and when, and what was answered.
submissions-none = No submission is published yet.
submission-to = To
submission-when = Submitted on
submission-on = Submitted on { $date }
submission-about = About
submission-answers = Answer
submission-answer = Answer of { $date }
submission-answered-on = Answered on { $date }
submission-no-answer = No answer yet
submission-document = The document
submission-read = Read the document
body-special-rapporteur = Special Rapporteur
body-upr = Universal Periodic Review (UPR)
body-treaty-body = Treaty body
body-unesco = UNESCO

## Primers

primers-title = Primers
primers-what = Three short lessons. Whoever has read them knows how this works, and why.
primers-none = No primer is published yet.
primer-questions = Three questions to check yourself
primer-questions-hint = We store none of your answers. When all three are answered, this browser keeps that you did, for the four steps.
primer-check = Check my answers
primer-check-again = Check again
primer-choose = Choose an answer to question { $number }
primer-right = { $right } of { $all } right
primer-is-right = Right.
primer-is-wrong = Not quite.
primer-right-is = Right is:
primer-all = All primers

## Facts about us, and for machines

about-description = { $title }: an urgent-action network for human rights in Cambodia
is-it-us-link = Is it really us?
fact-address = Our address
fact-contact = Contact
fact-key = Our key
manifest-name = Samleng: urgent actions
manifest-short-name = Samleng
write-by-post = By post
write-by-post-hint = No mail address is known for this office. Write the letter by hand or print it, and send it to:

## For designers

samples-title = The samples: every component in every state

## Forums

forum = Forum
forums-title = Forums
forums-what = Public evenings on one issue: those concerned speak, everybody listens and asks.
forums-none = No forum is announced at the moment. The next one will stand here.
forums-past = Past forums
forums-past-in = Forums of { $year }
forums-calendar = Samleng: forums
forums-subscribe = All forums in your calendar
forum-soon = Soon
forum-live = Now
forum-cancelled = Cancelled
forum-begins = { $date }, { $time } in { $place }
forum-until = until { $time }
forum-zone = { $zone ->
   *[other] { $city }
}
forum-clocks = On the clocks of { $place }.
forum-reminder = In one hour: { $title }
forum-when = When
forum-yours = On your clock: { $date }, { $time }
forum-in-days = { $count ->
    [one] In { $shown } day
   *[other] In { $shown } days
}
forum-in-hours = { $count ->
    [one] In { $shown } hour
   *[other] In { $shown } hours
}
forum-in-minutes = { $count ->
    [one] In { $shown } minute
   *[other] In { $shown } minutes
}
forum-languages = Languages
forum-to-calendar = Add to calendar
forum-to-google = Add to Google Calendar
forum-programme = Programme
forum-speakers = Speakers
forum-act = What you can do until then
forum-act-after = What you can do
forum-ask = Send your question before:
forum-where = Where to follow it
forum-on-page = Broadcast on { $host }
forum-by-telephone = By telephone:
forum-at-place = For those who come:
forum-cancelled-on = Cancelled on { $date }
forum-moved = Moved. It would have been on { $was }
language-english = English
language-khmer = Khmer
language-french = French
home-forum = The next forum
issue-forums = Forums on this issue
watch-title = Watch and listen
watch-play = Play the recording
watch-now = Watch now
watch-listen = Sound only
watch-told = { $length } · { $size }
watch-told-both = { $length } · { $video }, or { $sound } as sound only
watch-live-told = It is broadcast now. Nothing is loaded before you press.
watch-from-here = Comes from this site. Nothing is loaded before you press.
watch-from = Comes from { $hosts }, which sees your network address from the press on.
watch-company = Comes from { $company }. From the press on that company sees your network address and what you watch, and knows who you are if you are signed in there.
watch-at-company = Open it at { $company }
watch-failed = It cannot be played: nothing came, or the connection broke off. Perhaps it has not begun. Try again in a minute, or take another way on this page.
watch-wrong = This browser cannot play what came. Take another way on this page, or another browser.
watch-gone = The recording is not here at the moment. What was said stands below.
watch-none = There is no recording of this forum here yet.
watch-loading = Loading …
watch-from-second = Playing begins at { $time }. Press the button.
watch-quality = Quality
watch-automatic = Automatic
watch-without-scripts = Where your browser does not play it, a program such as VLC does, at this address:
watch-keep-video = Keep the video
watch-keep-sound = Keep the sound
watch-counts = When you have watched half of it, step 3 is done. Your browser counts, and tells only the page of the four steps.
forum-agreed = What we agreed
forum-minutes = The minutes
forum-chapters = Chapters
said-title = What was said
said-of = What was said: { $title }
said-in-english = What was said, in English
said-in-khmer = What was said, in Khmer
said-in-french = What was said, in French
said-all = All { $shown } lines
said-find = Find a word
said-found = { $count ->
    [0] No line holds it.
    [one] { $shown } line
   *[other] { $shown } lines
}
said-quote = Quote
said-keep = Keep it as a file of captions
quote-title = A quotation: { $title }
quote-heading = Quote this
quote-hear = Hear it said
quote-longer = With the next line
quote-whole = With who said it, and where
quote-copy = Copy
quote-by = “{ $quote }” { $speaker }, at the forum “{ $title }”, { $date }:
quote-from = “{ $quote }” Said at the forum “{ $title }”, { $date }:
quote-in-letter = Use it in a letter
quote-letters = In a letter
quote-letters-what = It becomes your own words in the letter. You can change it there, and nothing is sent before you send it.
podcast-title = Samleng: forums to listen to
podcast-what = Recordings of our public forums on land, courts, media and rights in Cambodia.
podcast-subscribe = All recordings in your podcast program
step-watch-so-far = Of “{ $title }” you have watched { $shown } minutes. With half of it the step is done.
step-watch-done = You watched half of a forum on { $date }.
step-watch-again = A new forum has come since you watched one.
step-watch-this = Watch: { $title }
forums-calendar-of = Samleng: forums on { $issue }
podcast-title-of = Samleng: forums on { $issue }, to listen to
forums-subscribe-of = These forums in your calendar
podcast-subscribe-of = These recordings in your podcast program
watch-picture = With the picture
mail-test-subject = [TEST] A mail from Samleng
mail-test-text = This is a test. It was sent by somebody who runs this instance of Samleng, and nobody needs to do anything.
mail-test-open = Open the site

## Following by mail

follow-title = Follow the alerts by mail
follow-what = You hear of an alert as soon as it is out. First one mail asks whether it was you; without your yes nothing follows.
follow-address = Your e-mail address
follow-address-hint = We use it for these mails only. Each of them has a way out that takes one press.
follow-choose = Choose what, how often and how openly
follow-ask = Ask for the first mail
follow-alerts = Alerts
follow-alerts-all = All of them
follow-alerts-issues = Those on the issues that I tick here
follow-alerts-none = None
follow-besides = Besides
follow-forums = Forums: when one is announced, the day before, as it begins, and when it can be heard
follow-posts = Posts
follow-rhythm = How often
follow-at-once = As soon as there is something
follow-monday = Once a week, on Monday
follow-tuesday = Once a week, on Tuesday
follow-wednesday = Once a week, on Wednesday
follow-thursday = Once a week, on Thursday
follow-friday = Once a week, on Friday
follow-saturday = Once a week, on Saturday
follow-sunday = Once a week, on Sunday
follow-openness = How openly
follow-neutral = The mail says only that there is news
follow-in-full = Title and text stand in the mail
follow-openness-hint = Whoever sees your mailbox sees what stands in the mail. If that could harm you, stay with the first.
follow-language = Language of the mails
follow-address-missing = Please enter your e-mail address.
follow-address-unreadable = That is not a whole e-mail address. It looks like name@example.org.
follow-issues-missing = Tick at least one issue, or choose all alerts.
follow-nothing-wished = Nothing is chosen. Choose alerts, forums or posts.
follow-unknown = This choice does not exist. Please choose again.
follow-without-title = Without a mail
follow-without = A feed or a calendar tells your own program, and nobody else knows of it.
follow-take-feed = Copy the address of the alerts’ feed
follow-asked-title = Look into your mailbox
follow-asked = If all is well, a mail is on its way. Open its link and press the button there.
follow-asked-days = You have { $shown } days for it; then we forget your address.
follow-asked-none = Nothing came within ten minutes? Look among unwanted mails, and whether the address was right. One address gets at most three such mails a day.
follow-confirm-title = Was it you?
follow-confirm = Somebody asked that news come to your address. If it was you, say yes. Before that nothing comes.
follow-confirm-act = Yes, it was me
follow-not-you-title = It was not you?
follow-not-you = Then do nothing: we forget the address by ourselves. Or let it be forgotten now.
follow-leave = Stop, and forget my address
follow-yours = What you follow
follow-yours-what = You follow. What you choose here counts from the next mail on.
follow-change = Keep these choices
follow-leave-title = Leave
follow-leave-what = Your address is removed at once, and with it everything that we know of you.
follow-to-steps = See the four steps
follow-left-title = You have left
follow-left = Nothing more comes, and your address is gone. Thank you for having been with us.
follow-again = Follow again
follow-dead-title = This link does not work
follow-dead = It is not whole, or it is too old, or whoever followed with it has left. If mails still come to you, use the link in the newest one.
step-follow-done = You have followed since { $date }.
mail-neutral-sender = News
mail-neutral-subject = There is news
mail-neutral-text = There is news for you.
mail-neutral-act = Read it
mail-way-out = Change or stop these mails
mail-confirm-subject = Was it you?
mail-confirm-text = Somebody, perhaps you, asked that news come to this address. If it was you, open this page and press the button there.
mail-confirm-act = Open the page
mail-confirm-not-you = If it was not you, do nothing: nothing more will come.
mail-known-subject = You get these mails already
mail-known-text = Somebody, perhaps you, asked that news come to this address. It does already. On this page you can change what comes, or stop it.
mail-known-act = Open the page
mail-write = Write a letter: about two minutes
mail-read = Read all of it on the site
mail-listen = Watch or listen
mail-to-forum = To the forum
mail-alert-subject = { $number }: { $title }
mail-update-subject = { $number }, further information: { $title }
mail-correction-subject = { $number }, correction: { $title }
mail-deadline-subject = { $number }, soon the last day to write: { $title }
mail-forum-subject = Forum: { $title }
mail-forum-tomorrow-subject = Tomorrow: { $title }
mail-forum-now-subject = Now: { $title }
mail-recording-subject = To watch and listen: { $title }
mail-week-subject = The week in short

## Members: joining, signing in, their own page, the desk

menu-account = Your account
error-signed-out-title = Please sign in again
error-signed-out = You are signed out here, or too much time has passed since you proved who you are. Nothing was stored. Sign in in another tab, then go back and send it again: what you typed is still there.
member-name = Your name here
member-name-hint = Any name you like. Only you see it, and the stewards if you work at the desk.
member-name-missing = Please enter a name. It need not be your real one.
member-name-long = That name is too long. At most { $shown } characters.
passkey-no-script = Passkeys need JavaScript, which is off here. The way by e-mail works without it.
passkey-unsupported = This browser has no passkeys. Please use the way by e-mail.
passkey-cancelled = Nothing was done: it was cancelled, took too long, or this device has no passkey for us. Press again to try once more.
passkey-known = This device has a passkey for your account already.
passkey-unfit = This device cannot keep a passkey that it finds again by itself. Please use another device, or the way by e-mail.
passkey-failed = Your browser could not do that. Please use the way by e-mail.
passkey-first = Passkey
passkey-too-old = This page was open for too long. Please press the button again.
passkey-spent = That answer was used already. Please press the button again.
passkey-unknown = We do not know that passkey. It may have been removed. Please use another way to sign in.
passkey-copied = There may be a copy of that passkey, so we did not take it. Sign in another way, remove it, and add a new one.
passkey-taken = That passkey is in use already.
passkey-wrong = That passkey did not prove who you are. Please press the button again, or use another way.
join-title = Join
join-what = With an account your steps are with you on every device. You need none to read, to write or to follow.
join-invited = Somebody invited you. We do not keep who: only that one more joined.
join-address-hint = For the link that signs you in. We send nothing else there.
join-by-mail = Send me the link
join-without-address = Or without an e-mail address
join-passkey-what = A passkey is kept by your phone or computer and opened like its screen lock. The name above is enough then.
join-by-passkey = Join with a passkey
join-known-title = You have an account?
join-known = Sign in
join-own-invitation = This is your own invitation. Give its link to somebody else.
join-already = You are a member already, so this invitation counts nothing more.
join-to-me = To my page
join-link-what = There is no account with this address yet. One press makes it.
join-link-act = Make my account
recovery-title = Codes to write down
recovery-what = If you lose your passkey, one of these codes opens your account, once. We show them only now.
recovery-keep = Write them on paper and keep it where nobody looks. Without an e-mail address and without these codes nobody can open your account again, not even we.
recovery-onward = I have written them down
recovery-lost = I lost my passkey, and have codes on paper
recovery-code = One of your codes
recovery-code-hint = Twenty letters and digits. It works once.
recovery-use = Use the code
recovery-wrong = That is none of your codes, or it was used already. Please look at the paper again.
sign-in-title = Sign in
sign-in-what = With a passkey, or by a link that we send you. There are no passwords here.
sign-in-again = You are signed in. What comes next is only for you, so please prove once more that it is you.
sign-in-passkey-title = With a passkey
sign-in-by-passkey = Sign in with a passkey
sign-in-mail-title = By e-mail
sign-in-address-hint = We send a link and a code to this address.
sign-in-by-mail = Send me the link
sign-in-to-join = I have no account yet
sign-in-asked-title = Please look into your mailbox
sign-in-asked = If all is well, a mail is on its way. Open the link in it, or type its code here. Both are good for { $shown } minutes.
sign-in-asked-none = No mail after a few minutes? Look into the folder for spam, and check the address. Where many mails went to an address today, the next one waits for ten minutes; the link in the last one still works.
sign-in-ask-again = Ask for a new link
sign-in-code = The code from the mail
sign-in-code-hint = Six digits, also in Khmer.
sign-in-code-use = Go on
sign-in-code-wrong = That code is not right, or not good any longer. Check the six digits, or ask for a new link.
sign-in-link-what = One press signs you in on this device.
sign-in-link-act = Sign me in
sign-in-link-not-you = You did not ask for this? Then do nothing: nobody gets in without pressing here.
sign-in-gone-title = This link is not good any longer
sign-in-gone = It was used already, is too old, or is not whole. A new one takes a minute.
second-title = One more proof
second-what = Who works at the desk shows two things: what came by mail, and something that only their own device has.
second-code = The code of your app
second-code-hint = Six digits that change every half minute. Each works once.
second-code-wrong = That code is not right, or was used. Wait for the next one. If none works, see whether the clock of your phone is right.
second-none = Your account has nothing for that yet. Add a passkey, or an app for codes, and the desk opens.
second-to-ways = Add one
me-title = My page
me-joined = A member since { $date }.
me-settings = Name and language
me-language = In which language may we speak to you?
me-change = Keep these changes
me-follows = What I follow
me-follows-unconfirmed = You asked to be told by mail, and have not said yes yet: the link for that is in your mailbox.
me-follows-neutral = You are told by mail, in neutral words: only that there is news.
me-follows-in-full = You are told by mail, with title and text in it.
me-follows-change = Change that, or stop it
me-follows-nothing = You are not told by mail.
me-letters = My letters
me-letters-none = None yet. A letter that you report as sent while you are signed in stands here.
me-letter = Sent on { $date }, as you reported
me-letter-by = Sent on { $date }, as you reported · { $way }
way-own = by your own means
me-invite = Invite somebody
me-invite-what = Give this link to a person you trust, or let them scan it. We count that somebody joined, and never keep who invited whom.
me-invited = { $count ->
    [0] Nobody has joined by it yet.
    [one] One person joined by it.
   *[other] { $shown } people joined by it.
}
me-held = Everything we hold about you
me-held-what = You get all of it as one file, and can have all of it deleted at once.
me-export = Get the file
me-leave = Leave for good
me-sign-out = Sign out
leave-for-good-title = Leave for good
leave-for-good-what = Your account goes at once, with your name, address, passkeys, what you follow and what you did. Letters you reported stay as numbers. There is no way back.
leave-for-good-act = Delete my account now
role-member = Member
role-translator = Translator
role-moderator = Moderator
role-coordinator = Coordinator
role-steward = Steward
ways-title = My ways to sign in
ways-what = Two ways are safer than one: if one is lost, the other opens your account.
ways-passkeys = Passkeys
ways-passkeys-what = Kept by a device and opened like its screen lock. Give each its own name, so that you know which to remove if a device is lost.
ways-passkey-name = Name of the new passkey
ways-passkey-name-hint = For example: my phone
ways-passkey-add = Add a passkey
ways-passkey-remove = Remove { $name }
ways-passkey-used = Last used on { $date }
ways-passkey-added = Added on { $date }, not used yet
ways-address-title = E-mail address
ways-address-is = Links go to { $address }.
ways-address-none = Your account has no address.
ways-address-other = Another address instead
ways-address-ask = Send a link there
ways-address-remove = Remove the address
ways-address-link = Somebody, probably you, wants links for their account to go to this address.
ways-address-link-act = Yes, use this address
ways-address-taken = Another account has this address. Sign in there instead.
ways-app = App for codes
ways-app-what = A second proof after the mail, for whoever works at the desk without a passkey.
ways-app-is = An app makes codes for you.
ways-app-add = Set up an app
ways-app-scan = Scan the picture with your app, or type the letters under it into the app. Then type the code that it shows.
ways-app-hint = Six digits
ways-app-use = Use this app
ways-app-remove = Stop using it
ways-codes-left = { $count ->
    [0] You have no codes on paper. Make some if your account has no e-mail address.
    [one] One code on paper is left.
   *[other] { $shown } codes on paper are left.
}
ways-codes-new = Make new codes
ways-sessions = Where you are signed in
ways-session-this = this one
ways-session-seen = Last used on { $date }
ways-session-end = Sign out there
ways-sessions-end = Sign out everywhere else
ways-last = That is the last way into your account. Add another one first.
ways-not-enough = To change this, sign in with your passkey or with your app for codes first.
device-phone = Phone
device-tablet = Tablet
device-computer = Computer
desk-title = Desk
desk-menu = Desk
desk-people = People
desk-you-are = { $name }, you are here as: { $role }.
desk-by-command = Documents are published by the operator’s command for now.
people-add = Add somebody
people-name = Their name
people-name-hint = They can change it.
people-address = Their e-mail address
people-address-hint = A link goes there. Who has an account with this address keeps it, and gets the role.
people-role = Role
people-translates = Language of a translator
people-change = Change { $name }
people-change-act = Keep this role
people-remove = Take the role away
people-last-steward = There must be at least one steward. Give somebody else that role first.
mail-sign-in-subject = { $code } is your code
mail-sign-in-subject-link = Your link
mail-sign-in-code = Your code: { $code }
mail-sign-in-act = Open the page
mail-sign-in-minutes = Link and code are good for { $shown } minutes, and once.
mail-sign-in-not-you = You did not ask for this? Then do nothing. Never tell anybody the code.
