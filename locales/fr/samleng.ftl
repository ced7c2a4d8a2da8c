### Every word the interface says. A section a feature. `{ $shown }` is a number already written in the language's digits;
### `{ $count }` beside it decides the form and is never shown.

## Dates: months by number, the form of a month's first day, a date with and without its year

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
date-first = 1er
date-full = { $day } { $month } { $year }
date-day = { $day } { $month }

## The frame of every page

page-title = { $title } – Samleng
skip = Aller au contenu
to-home = Samleng, page d’accueil
languages = Langue
menu = Menu principal
menu-foot = Menu de bas de page
menu-alerts = Appels
menu-steps = Les 4 étapes
menu-about = Qui nous sommes
leave = Quitter vite
leave-press-twice-more = Appuyez encore deux fois sur la touche Maj pour quitter ce site.
leave-press-once-more = Appuyez encore une fois sur la touche Maj pour quitter ce site.
leave-leaving = Vous quittez le site…
leave-honestly = « Quitter vite », ou trois pressions sur la touche Maj, ouvre un autre site à la place de cette page. Les pages que vous avez lues auparavant restent dans l’historique du navigateur.
leave-clears = Quand je pars par « Quitter vite », oublier aussi ce que garde ce navigateur

## A text that is not in the reader's language

shown-in-english = Pas encore en français. Affiché en anglais
shown-in-khmer = Pas encore en français. Affiché en khmer
shown-in-french = Pas encore dans cette langue. Affiché en français

## The first page

home-title = Appels urgents pour les droits humains au Cambodge
home-heading = Écrire, écouter, parler
home-read-and-write = Lire et écrire
home-also-open = Autres appels en cours
home-who = Qui nous sommes
home-who-text = Un réseau de Khmers et d’amis, qui écrivent, écoutent et parlent pour que le pouvoir soit tenu de répondre.
home-more-about = En savoir plus sur nous

## Alerts

alerts-title = Appels en cours
alerts-what = Des personnes ont besoin de lettres maintenant. Choisissez un appel : écrire prend environ deux minutes.
alerts-none = Aucun appel n’est en cours pour le moment.
urgency-now = Urgent
urgency-soon = Sans tarder
alert-write-by = Écrivez d’ici au { $date }
alert-deadline-was = Le dernier jour pour écrire était le { $date }
alert-days-left = { $count ->
    [one] Il reste { $shown } jour
   *[other] Il reste { $shown } jours
}
alert-last-day = C’est aujourd’hui le dernier jour
alert-write-to = À : { $official }
alert-write-to-more = À : { $official } et { $shown } de plus
alert-write-the-letter = Écrire la lettre
alert-two-minutes = Environ 2 minutes, sans compte
alert-to-open-ones = Voir les appels en cours
alert-what-happened = Ce qui s’est passé
alert-what-we-ask = Ce que nous demandons
alert-whom = À qui écrire
alert-letters-so-far = Lettres à ce jour
alert-letters-count = { $count ->
    [one] { $shown } lettre, signalée par son auteur
   *[other] { $shown } lettres, signalées par leurs auteurs
}
alert-no-letters = Aucune lettre n’est encore signalée. La vôtre peut être la première.
alert-additional = Pour en savoir plus
alert-sources = Sources
alert-issued = Cet appel a été publié le { $date }.

## The composer

write-title = Votre lettre pour { $number }
write-heading = Votre lettre
write-letter-of = Lettre { $this } sur { $all }
write-goes-out-in-english = Cette lettre part en anglais.
write-goes-out-in-khmer = Cette lettre part en khmer.
write-goes-out-in-french = Cette lettre part en français.
write-meaning-in-english = Le sens en anglais figure sous chaque phrase.
write-meaning-in-khmer = Le sens en khmer figure sous chaque phrase.
write-meaning-in-french = Le sens en français figure sous chaque phrase.
write-name = Votre nom
write-name-hint = Il figure au bas de la lettre. Écrivez-le tel que le destinataire doit le lire.
write-make = Composer la lettre
write-open-mail = Ouvrir dans ma messagerie
write-nothing-opened = Rien ne s’est ouvert ? Copier la lettre
write-copy-hint = Mettez chaque partie dans un nouveau message, par son bouton ou en la sélectionnant. Des virgules séparent les adresses ; certaines messageries veulent des points-virgules.
write-field-to = À
write-field-cc = Copie à (Cc)
write-field-subject = Objet
write-field-letter = Lettre
write-copy = Copier
write-copy-part = Copier : { $part }
write-copied = Copié.
write-copy-refused = Le navigateur ne nous laisse pas copier. Sélectionnez le texte et copiez-le vous-même.
write-did-you-send = L’avez-vous envoyée ?
write-sent-hint = Appuyez ici une fois le message parti. Nous comptons la lettre ; nous n’enregistrons ni votre nom ni votre texte.
write-sent = Je l’ai envoyée
write-sending = Un instant…
write-not-sent = Cela ne nous est pas parvenu. Votre lettre est partie quand même ; appuyez de nouveau quand vous aurez une connexion.
write-choose = Choisir et ordonner ce qu’elle dit
write-choose-hint = Décochez ce que vous ne diriez pas, et mettez en premier ce qui compte le plus pour vous. Des lettres différentes sont lues.
write-up = Monter
write-down = Descendre
write-up-point = Monter : { $point }
write-down-point = Descendre : { $point }
write-moved-up = Déplacé vers le haut.
write-moved-down = Déplacé vers le bas.
write-own = Avec vos propres mots, si vous voulez
write-own-in-english = Une phrase de vous compte plus que toutes les nôtres. Nous ne la traduisons pas : écrivez-la en anglais.
write-own-in-khmer = Une phrase de vous compte plus que toutes les nôtres. Nous ne la traduisons pas : écrivez-la en khmer.
write-own-in-french = Une phrase de vous compte plus que toutes les nôtres. Nous ne la traduisons pas : écrivez-la en français.
write-city = Votre ville, si vous voulez
write-city-hint = Elle figure sous votre nom. Laissez vide si elle en dit trop.
write-change = Modifier la lettre
write-forget = Oublier ce brouillon
write-web-mail = Gmail ou Outlook dans le navigateur
write-web-mail-hint = La lettre s’ouvre sur le site de Google ou de Microsoft. Elle figure alors en entier dans l’historique de ce navigateur.
write-more-ways = Autres moyens : partage, fichier, papier
write-copy-all = Tout copier
write-share = Partager la lettre
write-share-hint = Transmet la lettre à une autre application de cet appareil. Les adresses ne sont pas transmises : copiez-les plus haut.
write-share-refused = La lettre n’a pas été transmise. Elle est toujours ci-dessus.
write-mail-file = Garder comme fichier de courriel (.eml)
write-mail-file-hint = Sur un ordinateur : Outlook pour Windows et Thunderbird l’ouvrent prêt à l’envoi. D’autres programmes le montrent comme un message reçu ; copiez alors les parties.
write-print = Imprimer la lettre
write-print-hint = Une page par adresse postale, placée pour une enveloppe à fenêtre.
write-print-by-hand = Imprimez cette page par le menu du navigateur : une feuille sort par adresse.
write-paste = La lettre est trop longue pour un lien. Elle est copiée : collez-la dans le message vide.
write-paste-by-hand = La lettre est trop longue pour un lien. Copiez-la ci-dessous, et collez-la dans le message vide.
letter-date = le { $date }
letters-by-country = Lettres pour qui écrit d’un pays
letter-country = { $code ->
    [FR] Pour qui écrit de France
    [US] Pour qui écrit des États-Unis
    [AU] Pour qui écrit d’Australie
    [CA] Pour qui écrit du Canada
   *[other] Pour qui écrit de { $code }
}
city-unreadable = Écrivez la ville sur une ligne de 100 caractères au plus, avec des lettres
own-too-long = Écrivez 3 000 caractères au plus avec vos propres mots
draft-kept = Gardé sur cet appareil seulement, jusqu’à l’envoi ou à l’oubli.
draft-not-kept = Ce navigateur ne garde pas de brouillon : ce que vous écrivez disparaît avec la page.
draft-outdated = L’appel a changé depuis que vous avez commencé. Relisez la lettre avant de l’envoyer.
draft-forgotten = Le brouillon est oublié.
back-not-yet = Pas encore
back-came-back = Elle est revenue
back-thanks = Merci. Nous vérifierons l’adresse. Les autres moyens fonctionnent toujours.
write-one-each = Un message par adresse, pour les programmes qui n’en acceptent qu’une :
write-compare = Montrer quelles phrases sont seulement les nôtres
ours-all = Chaque phrase de cette lettre est la nôtre, mot pour mot ; elle est soulignée. Beaucoup envoient la même : dites une chose avec vos propres mots.
ours-some = Ce qui est souligné est de nous, mot pour mot, y compris une partie de ce que vous avez ajouté. Le reste n’est que de vous.
ours-none = Ce qui est souligné est de nous, mot pour mot. Ce que vous avez ajouté n’est que de vous.
page-outdated = L’appel a changé depuis que vous avez ouvert cette page. Rouvrez-la avant d’envoyer la lettre.
write-open-anew = Rouvrir la page
back-not-told = Cela ne nous est pas parvenu. Appuyez de nouveau quand vous aurez une connexion.
write-paused-draft = Si vous avez commencé une lettre sur cet appareil, elle y reste jusqu’à ce que des lettres soient de nouveau demandées.
write-closed-other = Un appel qui a besoin de lettres maintenant
write-sent-all = { $count ->
   *[other] J’ai envoyé les { $shown } lettres
}
share-heading = En parler autour de vous
share-hint = Ce texte ne dit pas de quoi il s’agit. Qui ouvre le lien voit l’appel.
share-neutral = Il y a du nouveau : { $link }
share-neutral-label = Texte neutre
share-open = Dire de quoi il s’agit
share-open-hint = Ce texte contient le titre de l’appel. D’autres peuvent le voir sur les écrans où il arrive.
share-open-label = Texte avec le titre
share-sheet = Transmettre par une autre application
thanks-on-paper = Un groupe a écrit sur papier ? Signalez ses lettres
on-paper-title = Lettres sur papier pour { $number }
on-paper-heading = Lettres sur papier
on-paper-what = Un groupe a-t-il écrit à la main, ou imprimé ses lettres ? Dites combien sont parties par la poste. Une coordination confirme le nombre ; alors elles comptent, à part des autres.
on-paper-which = Quelle lettre ?
on-paper-count = Combien de lettres ?
on-paper-gathering = Où et quand, si vous voulez
on-paper-gathering-hint = Un mot qui permet à la coordination de demander, comme « Pagode de Lyon, 22 novembre ». Pas de noms de personnes. Il est effacé quand le nombre est confirmé.
on-paper-report = Signaler les lettres
on-paper-thanks = { $count ->
    [one] Merci. { $shown } lettre sur papier est notée
   *[other] Merci. { $shown } lettres sur papier sont notées
}
on-paper-waits = Elles attendent que la coordination confirme le nombre. Il figure alors sur la page de l’appel.
on-paper-count-unreadable = Écrivez le nombre de lettres en chiffres, de 1 à 2 000
on-paper-gathering-unreadable = Écrivez où et quand sur une ligne de 120 caractères au plus
on-paper-too-often = Beaucoup de signalements sont venus de votre réseau. Réessayez dans une heure ; ce que vous avez écrit est toujours ici
alert-on-paper-count = { $count ->
    [one] Et { $shown } lettre sur papier, signalée par un groupe et confirmée
   *[other] Et { $shown } lettres sur papier, signalées par des groupes et confirmées
}
write-back = Retour à l’appel
write-closed-heading = La date limite est passée
write-closed = Cet appel ne demande plus de lettres. D’autres personnes en ont besoin maintenant.
name-missing = Écrivez votre nom, pour que la lettre soit signée
name-too-long = Écrivez un nom de 100 caractères au plus
name-unreadable = Écrivez le nom sur une seule ligne, avec des lettres, sans < ni > ni caractères invisibles
form-outdated = Cette page est trop ancienne. Appuyez encore une fois sur « Je l’ai envoyée »

## What a letter says in its own language

letter-salutation = { $officials },
letter-salutation-between = {", "}
letter-salutation-neutral = Madame, Monsieur
letter-lead-in = Je vous demande respectueusement de prendre les mesures suivantes :
letter-farewell = Je vous prie d’agréer l’expression de ma haute considération.

## The safety question

safety-question = Vous trouvez-vous, vous ou vos proches, au Cambodge ou dans un lieu où cette lettre pourrait vous mettre en danger ?
safety-not-kept = Nous ne gardons pas votre réponse.
safety-yes = Oui, ou je ne sais pas
safety-yes-why = Alors, ne signez pas cette lettre. Ses destinataires voient le nom et l’adresse d’où vient un message, et des personnes qui avaient écrit dans de tels cas ont été interrogées. D’autres écriront. Vous pouvez aider sans laisser de trace :
safety-yes-read = lire l’appel en entier, pour connaître les faits
safety-yes-listen = l’écouter sur la page de l’appel
safety-yes-share = en parler de vive voix à quelqu’un en qui vous avez confiance
safety-yes-text = transmettre ce texte, qui ne dit rien de l’affaire :
safety-yes-privacy = lire ce que nous savons de vous, et ce que nous ne pouvons pas cacher
safety-no = Non

## Thanks, and what stays in the browser

thanks-title = Merci
thanks-count = { $count ->
    [one] Merci. { $shown } lettre, signalée par son auteur
   *[other] Merci. { $shown } lettres, signalées par leurs auteurs
}
thanks-what-next = Le nombre affiché sur la page de l’appel suit dans la demi-minute. La suite de l’affaire se lit sur cette même page.
thanks-to-steps = Voir vos quatre étapes
thanks-other-letter = Écrire la lettre { $number }
wrote-on = Vous avez écrit le { $date }.
wrote-next = Voir votre prochaine étape

## The four steps

steps-title = Les quatre étapes
steps-what = Quatre choses font un membre. Chacune est cochée d’après ce que vous avez vraiment fait.
step-done = (fait)
step-new = Nouveau
step-to-alerts = Voir les appels
step-follow = Suivre les appels
step-follow-short = Savoir qui a besoin d’une lettre
step-follow-state = Soyez prévenu par courriel quand un appel paraît.
step-follow-next = Suivre par courriel
step-follow-counts = Cochée quand vous dites oui à nos courriels, ou prenez l’adresse de notre flux par son bouton.
step-write = Écrire aux responsables
step-write-short = Envoyer une lettre en 2 minutes environ
step-write-not-yet = Vous n’avez pas encore écrit.
step-write-again = Un nouvel appel vous attend.
step-write-none-open = Aucun appel n’est en cours pour le moment. Revenez bientôt.
step-write-next = Écrire pour « { $title } »
step-write-counts = Cochée quand vous nous dites avoir envoyé une lettre. Elle recommence avec chaque nouvel appel.
step-watch = Regarder un forum
step-watch-short = Entendre les personnes concernées, et poser des questions
step-watch-next = Voir les prochains forums
step-watch-counts = Cochée quand vous avez vu la moitié d’un forum, en direct ou enregistré. Elle recommence avec chaque nouveau forum.
step-watch-not-yet = Vous n’en avez pas encore regardé.
step-become = Devenir un membre actif
step-become-short = Apprendre, écrire, regarder, faire connaître : deux au choix
step-become-counts = Cochée par deux de ces quatre choses. Elle le reste.
step-become-done = Vous êtes un membre actif depuis le { $date }.
step-become-learn = Lire et répondre : { $title }
step-become-share = Faire connaître un appel
step-become-more = Lire les derniers articles
step-part-learned = Répondre aux questions de trois leçons :
step-part-wrote = Écrire pour trois appels :
step-part-watched = Regarder deux forums :
step-part-shared = Faire connaître un appel, ou inviter quelqu’un :
step-part-so-far = { $shown } sur { $all }
step-part-not-yet = pas encore
step-part-done = fait le { $date }
steps-did = Ce que vous avez fait
did-follow = Vous avez commencé à suivre
did-write = Vous avez écrit
did-watch = Vous en avez vu la moitié
did-learn = Vous avez répondu aux questions
did-share = Vous avez fait connaître un appel, ou invité quelqu’un
steps-kept-title = Ce que garde ce navigateur
steps-kept = Ces coches ne sont gardées que dans ce navigateur, et seulement parce que vous avez agi. Toute personne qui utilise ce navigateur peut les voir.
steps-kept-how-long = Il garde chacune un an après l’acte. Certains navigateurs, dont Safari, peuvent oublier au bout de sept jours ce qu’un script de la page a noté : les forums que vous avez vus, que vous avez fait connaître un appel, les brouillons de lettres et votre choix ci-dessous. Dans une fenêtre privée, tout disparaît à la fermeture.
along-title = L’emporter ?
along-what = { $count ->
    [one] Ce navigateur se souvient d’une chose que vous avez faite et que votre compte ne connaît pas.
   *[other] Ce navigateur se souvient de { $shown } choses que vous avez faites et que votre compte ne connaît pas.
}
along-yes = L’emporter
along-no = La laisser ici
steps-in-account = Ce que vous faites en étant connecté est gardé dans votre compte. Ce que vous avez fait avant peut être encore dans ce navigateur.
steps-join = Avec un compte elles restent, sur chaque appareil
steps-forget = Oublier ce que garde ce navigateur
steps-privacy = Ce que nous savons de vous

## About us

about-link = Qui nous sommes
privacy-link = Ce que nous savons de vous, et ce que nous ne pouvons pas cacher

## When something is wrong

form-refused = À vérifier
form-refused-title = Erreur : { $title }
error-not-found-title = Cette page n’existe pas
error-not-found = L’adresse comporte peut-être une faute, ou la page a été retirée.
error-foreign-title = Cela venait d’un autre site
error-foreign = Un formulaire nous a été envoyé depuis un autre site. Pour votre sécurité, il n’a pas été accepté. Ouvrez la page ici et réessayez.
error-method-title = Cela ne marche pas à cette adresse
error-method = La page existe, mais ne peut pas être utilisée de cette façon.
error-too-large-title = C’était trop
error-too-large = Ce qui a été envoyé dépasse ce que peut contenir un formulaire d’ici. Rien n’a été enregistré. Revenez en arrière et raccourcissez le texte.
error-unreadable-title = Cela n’a pas pu être lu
error-unreadable = Ce qui a été envoyé n’est pas le texte d’un de nos formulaires. Rien n’a été enregistré. Revenez en arrière et réessayez.
error-misdirected-title = C’est l’adresse d’un autre site
error-misdirected = La requête était destinée à un serveur qui n’est pas le nôtre.
error-busy-title = Trop à la fois
error-busy = Nous n’avons pas pu répondre à temps. Rien n’est perdu ; réessayez dans quelques secondes.
error-failed-title = Nous avons fait une erreur
error-failed = Quelque chose a échoué de notre côté. C’est noté pour ceux qui gèrent ce site. Réessayez plus tard.
error-to-alerts = Voir les appels en cours
error-to-home = Vers la page d’accueil

## Lists and pages of alerts

menu-forums = Forums
menu-issues = Thèmes
menu-posts = Articles
menu-officials = Destinataires
menu-submissions = Communications à l’ONU
menu-primers = Leçons
menu-privacy = Vie privée
menu-is-it-us = Est-ce bien nous ?
menu-imprint = Mentions légales
menu-feed = Flux (Atom)
feed-alerts = Samleng : alertes et suites
feed-alerts-of = Samleng : alertes sur { $issue }
feed-posts = Samleng : articles et communications
feed-posts-of = Samleng : articles sur { $issue }
alerts-waiting = Dans l’attente de nouvelles
alerts-waiting-what = Le délai de ces alertes est passé. Leurs suites figureront ici.
alerts-closed = Alertes closes
alerts-closed-in = Alertes closes en { $year }
alerts-closed-what = Comment chacune s’est terminée, pour autant que nous le sachions.
alert-paused = N’écrivez pas pour l’instant
alert-extended = Délai prolongé le { $on } ; auparavant, le dernier jour était le { $was }.
alert-warning = Avant de lire :
alert-warning-read = Lire le texte
alert-people = Les personnes concernées
alert-pronouns = ({ $pronouns })
alert-updates = Suites
alert-other-action = Ce que vous pouvez faire encore
alert-more-on-issue = Sur le même thème : { $issue }
alert-case-sheet = Fiche à imprimer
update-new-on = Suite du { $date } :
update-corrected-on = Correction du { $date } :
update-correction = Correction
outcome-title = Comment cela s’est terminé
outcome-good-news = Bonne nouvelle
outcome-no-further-action = Sans autre action
outcome-lapsed = Échue, sans nouvelles
outcome-closed-on = Close le { $date }
listen-title = Écouter
listen-told = { $length }, { $size }. Rien n’est chargé avant que vous n’appuyiez sur lecture.
length-hours = { $count ->
    [one] { $shown } heure
   *[other] { $shown } heures
}
length-seconds = { $count ->
    [one] { $shown } seconde
   *[other] { $shown } secondes
}
length-minutes = { $count ->
    [one] { $shown } minute
   *[other] { $shown } minutes
}
listen-keep = Garder l’enregistrement sur cet appareil
listen-gone = L’enregistrement n’est pas disponible pour le moment. Son texte figure ci-dessous.
listen-text = Le texte de l’enregistrement
kilobytes = { $shown } ko
megabytes = { $shown } Mo
sheet-title = Fiche { $number }
sheet-scan = Écrire la lettre
sheet-scan-what = Dirigez l’appareil photo d’un téléphone vers le carré, ou tapez l’adresse.

## Issues

issues-title = Thèmes
issues-what = Les longues histoires derrière les alertes : ce qui se passe, ce que dit la loi, ce que nous demandons.
issues-none = Aucun thème n’est encore publié.
issue-open-alerts = { $count ->
    [one] { $shown } alerte ouverte
   *[other] { $shown } alertes ouvertes
}
issue-story = L’histoire jusqu’ici
issue-no-story = Rien n’est encore raconté ici.
issue-all = Tous les thèmes
story-alert = Alerte
story-update = Suite
story-post = Article
story-submission = Communication
story-answer = Réponse

## Officials

officials-title = Destinataires
officials-what = Ceux qui peuvent décider, et comment les joindre. Écrivez à partir d’une alerte, afin que votre lettre compte.
officials-none = Aucun destinataire ne figure encore au répertoire.
officials-government = Gouvernement cambodgien
officials-missions = Missions et ambassades
officials-united-nations = Nations unies
officials-others = Autres
official-what = Comment joindre : { $official }, et les alertes qui demandent de lui écrire.
official-reached = Comment joindre ce service
official-by-post = Par la poste seulement
official-write-by-alert = Choisissez une alerte ci-dessous : elle dit ce qu’il faut demander.
official-letters-title = Lettres
official-letters = { $count ->
    [one] { $shown } lettre à ce service, selon son auteur
   *[other] { $shown } lettres à ce service, selon leurs auteurs
}
official-no-letters = Aucune lettre à ce service n’est encore signalée.
official-alerts = Alertes qui mentionnent ce service
official-no-alerts = Aucune alerte ne mentionne encore ce service.
official-all = Tous les destinataires

## Posts and submissions

home-posts = Derniers articles
posts-title = Articles
posts-what = Ce qu’écrit la communauté : comptes rendus, expériences, et ce que nous avons décidé ensemble.
posts-none = Aucun article n’est encore publié.
post-alerts = Les alertes dont il est question
post-neighbours = Autres articles
post-before = Précédent
post-after = Suivant
submissions-title = Communications aux Nations unies
submissions-what = Ce que nous avons soumis, à quel organe et quand, et ce qui a été répondu.
submissions-none = Aucune communication n’est encore publiée.
submission-to = À
submission-when = Soumis le
submission-on = Soumis le { $date }
submission-about = Objet
submission-answers = Réponse
submission-answer = Réponse du { $date }
submission-answered-on = Réponse le { $date }
submission-no-answer = Pas encore de réponse
submission-document = Le document
submission-read = Lire le document
body-special-rapporteur = Rapporteur spécial
body-upr = Examen périodique universel (EPU)
body-treaty-body = Organe conventionnel
body-unesco = UNESCO

## Primers

primers-title = Leçons
primers-what = Trois courtes leçons. Qui les a lues sait comment cela fonctionne, et pourquoi.
primers-none = Aucune leçon n’est encore publiée.
primer-questions = Trois questions pour vérifier
primer-questions-hint = Nous ne conservons aucune de vos réponses. Une fois les trois données, ce navigateur garde que vous avez répondu, pour les quatre étapes.
primer-check = Vérifier mes réponses
primer-check-again = Vérifier encore
primer-choose = Choisissez une réponse à la question { $number }
primer-right = { $right } sur { $all } justes
primer-is-right = Juste.
primer-is-wrong = Pas tout à fait.
primer-right-is = La bonne réponse :
primer-all = Toutes les leçons

## Facts about us, and for machines

about-description = { $title } : un réseau d’actions urgentes pour les droits humains au Cambodge
is-it-us-link = Est-ce bien nous ?
fact-address = Notre adresse
fact-contact = Contact
fact-key = Notre clé
manifest-name = Samleng : actions urgentes
manifest-short-name = Samleng
write-by-post = Par la poste
write-by-post-hint = Aucune adresse électronique n’est connue pour ce service. Écrivez la lettre à la main ou imprimez-la, et envoyez-la à :

## For designers

samples-title = Les échantillons : chaque élément dans chaque état

## Forums

forum = Forum
forums-title = Forums
forums-what = Des soirées publiques sur un seul thème : les personnes concernées parlent, tout le monde écoute et pose des questions.
forums-none = Aucun forum n’est annoncé pour le moment. Le prochain figurera ici.
forums-past = Forums passés
forums-past-in = Forums de { $year }
forums-calendar = Samleng : forums
forums-subscribe = Tous les forums dans votre agenda
forum-soon = Bientôt
forum-live = En ce moment
forum-cancelled = Annulé
forum-begins = { $date }, { $time } à { $place }
forum-until = jusqu’à { $time }
forum-zone = { $zone ->
   *[other] { $city }
}
forum-clocks = À l’heure de { $place }.
forum-reminder = Dans une heure : { $title }
forum-when = Quand
forum-yours = À votre heure : { $date }, { $time }
forum-in-days = { $count ->
    [one] Dans { $shown } jour
   *[other] Dans { $shown } jours
}
forum-in-hours = { $count ->
    [one] Dans { $shown } heure
   *[other] Dans { $shown } heures
}
forum-in-minutes = { $count ->
    [one] Dans { $shown } minute
   *[other] Dans { $shown } minutes
}
forum-languages = Langues
forum-to-calendar = Ajouter à l’agenda
forum-to-google = Ajouter à Google Agenda
forum-programme = Programme
forum-speakers = Intervenants
forum-act = Ce que vous pouvez faire d’ici là
forum-act-after = Ce que vous pouvez faire
forum-ask = Envoyez votre question à l’avance :
forum-where = Où le suivre
forum-on-page = Diffusé sur { $host }
forum-by-telephone = Par téléphone :
forum-at-place = Pour qui vient sur place :
forum-cancelled-on = Annulé le { $date }
forum-moved = Déplacé. Il était prévu le { $was }
language-english = anglais
language-khmer = khmer
language-french = français
home-forum = Le prochain forum
issue-forums = Forums sur ce thème
watch-title = Regarder et écouter
watch-play = Lire l’enregistrement
watch-now = Regarder maintenant
watch-listen = Le son seulement
watch-told = { $length } · { $size }
watch-told-both = { $length } · { $video }, ou { $sound } pour le son seul
watch-live-told = C’est diffusé en ce moment. Rien n’est chargé avant que vous n’appuyiez.
watch-from-here = Vient de ce site. Rien n’est chargé avant que vous n’appuyiez.
watch-from = Vient de { $hosts }, qui voit votre adresse réseau dès que vous appuyez.
watch-company = Vient de { $company }. Dès que vous appuyez, cette entreprise voit votre adresse réseau et ce que vous regardez, et sait qui vous êtes si vous y avez ouvert une session.
watch-at-company = L’ouvrir chez { $company }
watch-failed = Lecture impossible : rien n’est venu, ou la connexion s’est coupée. Peut-être n’est-ce pas commencé. Réessayez dans une minute, ou prenez une autre voie sur cette page.
watch-wrong = Ce navigateur ne sait pas lire ce qui est venu. Prenez une autre voie sur cette page, ou un autre navigateur.
watch-gone = L’enregistrement n’est pas là pour le moment. Ce qui a été dit se lit plus bas.
watch-none = Il n’y a pas encore d’enregistrement de ce forum ici.
watch-loading = Chargement …
watch-from-second = La lecture commencera à { $time }. Appuyez sur le bouton.
watch-quality = Qualité
watch-automatic = Automatique
watch-without-scripts = Si votre navigateur ne le lit pas, un logiciel comme VLC le fait, à cette adresse :
watch-keep-video = Garder la vidéo
watch-keep-sound = Garder le son
watch-counts = Quand vous en aurez vu la moitié, l’étape 3 sera faite. C’est votre navigateur qui compte, et il ne le dit qu’à la page des quatre étapes.
forum-agreed = Ce dont nous avons convenu
forum-minutes = Le compte rendu
forum-chapters = Chapitres
said-title = Ce qui a été dit
said-of = Ce qui a été dit : { $title }
said-in-english = Ce qui a été dit, en anglais
said-in-khmer = Ce qui a été dit, en khmer
said-in-french = Ce qui a été dit, en français
said-all = Les { $shown } lignes
said-find = Chercher un mot
said-found = { $count ->
    [0] Aucune ligne ne le contient.
    [one] { $shown } ligne
   *[other] { $shown } lignes
}
said-quote = Citer
said-keep = Le garder comme fichier de sous-titres
quote-title = Une citation : { $title }
quote-heading = Citer ces mots
quote-hear = L’entendre
quote-longer = Avec la ligne suivante
quote-whole = Avec qui l’a dit, et où
quote-copy = Copier
quote-by = « { $quote } » { $speaker }, au forum « { $title } », { $date } :
quote-from = « { $quote } » Dit au forum « { $title } », { $date } :
quote-in-letter = L’utiliser dans une lettre
quote-letters = Dans une lettre
quote-letters-what = Cela devient vos propres mots dans la lettre. Vous pouvez les y changer, et rien n’est envoyé avant que vous ne l’envoyiez.
podcast-title = Samleng : des forums à écouter
podcast-what = Les enregistrements de nos forums publics sur la terre, les tribunaux, les médias et les droits au Cambodge.
podcast-subscribe = Tous les enregistrements dans votre logiciel de podcasts
step-watch-so-far = Vous avez vu { $shown } minutes de « { $title } ». À la moitié, l’étape est faite.
step-watch-done = Vous avez vu la moitié d’un forum le { $date }.
step-watch-again = Un nouveau forum est venu depuis celui que vous avez vu.
step-watch-this = Regarder : { $title }
forums-calendar-of = Samleng : forums sur { $issue }
podcast-title-of = Samleng : forums sur { $issue }, à écouter
forums-subscribe-of = Ces forums dans votre agenda
podcast-subscribe-of = Ces enregistrements dans votre logiciel de podcasts
watch-picture = Avec l’image
mail-test-subject = [TEST] Un courriel de Samleng
mail-test-text = Ceci est un essai. Il a été envoyé par quelqu’un qui gère cette instance de Samleng, et personne n’a rien à faire.
mail-test-open = Ouvrir le site

## Following by mail

follow-title = Suivre les appels par courriel
follow-what = Vous apprenez un appel dès qu’il paraît. Un premier courriel demande si c’était bien vous ; sans votre oui, rien ne suit.
follow-address = Votre adresse électronique
follow-address-hint = Elle ne sert qu’à ces courriels. Chacun d’eux permet d’arrêter d’une seule pression.
follow-choose = Choisir quoi, quand et à quel point c’est visible
follow-ask = Demander le premier courriel
follow-alerts = Appels
follow-alerts-all = Tous
follow-alerts-issues = Ceux sur les thèmes que je coche ici
follow-alerts-none = Aucun
follow-besides = En plus
follow-forums = Forums : à l’annonce, la veille, au début, et quand on peut les réécouter
follow-posts = Articles
follow-rhythm = À quel rythme
follow-at-once = Dès qu’il y a quelque chose
follow-monday = Une fois par semaine, le lundi
follow-tuesday = Une fois par semaine, le mardi
follow-wednesday = Une fois par semaine, le mercredi
follow-thursday = Une fois par semaine, le jeudi
follow-friday = Une fois par semaine, le vendredi
follow-saturday = Une fois par semaine, le samedi
follow-sunday = Une fois par semaine, le dimanche
follow-openness = À quel point c’est visible
follow-neutral = Le courriel dit seulement qu’il y a du nouveau
follow-in-full = Le titre et le texte sont dans le courriel
follow-openness-hint = Qui voit votre boîte voit ce que contient le courriel. Si cela peut vous nuire, gardez le premier choix.
follow-language = Langue des courriels
follow-address-missing = Indiquez votre adresse électronique.
follow-address-unreadable = Cette adresse n’est pas complète. Elle ressemble à nom@example.org.
follow-issues-missing = Cochez au moins un thème, ou choisissez tous les appels.
follow-nothing-wished = Rien n’est choisi. Choisissez des appels, des forums ou des articles.
follow-unknown = Ce choix n’existe pas. Choisissez à nouveau.
follow-without-title = Sans courriel
follow-without = Un flux ou un agenda prévient votre propre logiciel, et personne d’autre ne le sait.
follow-take-feed = Copier l’adresse du flux des appels
follow-asked-title = Regardez votre boîte
follow-asked = Si tout va bien, un courriel est en route. Ouvrez son lien et pressez le bouton.
follow-asked-days = Vous avez { $shown } jours ; ensuite nous oublions votre adresse.
follow-asked-none = Rien après dix minutes ? Regardez parmi les indésirables, et si l’adresse était juste. Une adresse reçoit au plus trois courriels de ce genre par jour.
follow-confirm-title = Était-ce vous ?
follow-confirm = Quelqu’un a demandé que des nouvelles arrivent à votre adresse. Si c’était vous, dites oui. Avant cela, rien n’arrive.
follow-confirm-act = Oui, c’était moi
follow-not-you-title = Ce n’était pas vous ?
follow-not-you = Alors ne faites rien : nous oublions l’adresse de nous-mêmes. Ou faites-la oublier maintenant.
follow-leave = Arrêter, et oublier mon adresse
follow-yours = Ce que vous suivez
follow-yours-what = Vous suivez. Ce que vous choisissez ici vaut dès le prochain courriel.
follow-change = Garder ces choix
follow-leave-title = Partir
follow-leave-what = Votre adresse est effacée tout de suite, et avec elle tout ce que nous savons de vous.
follow-to-steps = Voir les quatre étapes
follow-left-title = Vous êtes parti·e
follow-left = Plus rien n’arrive, et votre adresse est effacée. Merci d’avoir été là.
follow-again = Suivre à nouveau
follow-dead-title = Ce lien ne marche pas
follow-dead = Il n’est pas entier, ou trop ancien, ou la personne est partie. Si des courriels vous arrivent encore, prenez le lien du plus récent.
step-follow-done = Vous suivez depuis le { $date }.
mail-neutral-sender = Nouvelles
mail-neutral-subject = Il y a du nouveau
mail-neutral-text = Il y a du nouveau pour vous.
mail-neutral-act = Lire
mail-way-out = Modifier ou arrêter ces courriels
mail-confirm-subject = Était-ce vous ?
mail-confirm-text = Quelqu’un, peut-être vous, a demandé que des nouvelles arrivent à cette adresse. Si c’était vous, ouvrez cette page et pressez le bouton.
mail-confirm-act = Ouvrir la page
mail-confirm-not-you = Si ce n’était pas vous, ne faites rien : rien d’autre ne viendra.
mail-known-subject = Vous recevez déjà ces courriels
mail-known-text = Quelqu’un, peut-être vous, a demandé que des nouvelles arrivent à cette adresse. C’est déjà le cas. Sur cette page vous pouvez changer ce qui arrive, ou l’arrêter.
mail-known-act = Ouvrir la page
mail-write = Écrire une lettre : deux minutes environ
mail-read = Lire le tout sur le site
mail-listen = Regarder ou écouter
mail-to-forum = Vers le forum
mail-alert-subject = { $number } : { $title }
mail-update-subject = { $number }, suite : { $title }
mail-correction-subject = { $number }, rectification : { $title }
mail-deadline-subject = { $number }, bientôt le dernier jour pour écrire : { $title }
mail-forum-subject = Forum : { $title }
mail-forum-tomorrow-subject = Demain : { $title }
mail-forum-now-subject = Maintenant : { $title }
mail-recording-subject = À regarder et à écouter : { $title }
mail-week-subject = La semaine en bref

## Members: joining, signing in, their own page, the desk

menu-account = Votre compte
error-signed-out-title = Reconnectez-vous
error-signed-out = Vous n’êtes plus connecté ici, ou trop de temps a passé depuis que vous avez prouvé qui vous êtes. Rien n’a été enregistré. Connectez-vous dans un autre onglet, revenez en arrière et renvoyez : ce que vous avez écrit est toujours là.
member-name = Votre nom ici
member-name-hint = Le nom que vous voulez. Vous seul le voyez, et les responsables si vous travaillez au bureau.
member-name-missing = Indiquez un nom. Il n’a pas à être le vrai.
member-name-long = Ce nom est trop long. { $shown } caractères au plus.
passkey-no-script = Les clés d’accès ont besoin de JavaScript, qui est désactivé ici. Par e-mail, cela marche sans.
passkey-unsupported = Ce navigateur n’a pas de clés d’accès. Passez par l’e-mail.
passkey-cancelled = Rien n’a été fait : annulé, trop long, ou cet appareil n’a pas de clé pour nous. Appuyez encore pour réessayer.
passkey-known = Cet appareil a déjà une clé d’accès pour votre compte.
passkey-unfit = Cet appareil ne peut pas garder une clé qu’il retrouve seul. Prenez un autre appareil, ou passez par l’e-mail.
passkey-failed = Votre navigateur n’a pas pu. Passez par l’e-mail.
passkey-first = Clé d’accès
passkey-too-old = Cette page est restée ouverte trop longtemps. Appuyez encore sur le bouton.
passkey-spent = Cette réponse a déjà servi. Appuyez encore sur le bouton.
passkey-unknown = Nous ne connaissons pas cette clé. Elle a peut-être été retirée. Connectez-vous autrement.
passkey-copied = Il existe peut-être une copie de cette clé : nous ne l’avons pas acceptée. Connectez-vous autrement, retirez-la, ajoutez-en une autre.
passkey-taken = Cette clé d’accès sert déjà.
passkey-wrong = Cette clé n’a pas prouvé qui vous êtes. Appuyez encore, ou connectez-vous autrement.
join-title = Rejoindre
join-what = Avec un compte, vos étapes vous suivent sur chaque appareil. Il n’en faut pas pour lire, écrire ou suivre.
join-invited = Quelqu’un vous a invité. Nous ne gardons pas qui : seulement qu’une personne de plus est là.
join-address-hint = Pour le lien qui vous connecte. Nous n’y envoyons rien d’autre.
join-by-mail = Envoyez-moi le lien
join-without-address = Ou sans adresse e-mail
join-passkey-what = Votre téléphone ou ordinateur garde la clé d’accès et l’ouvre comme son écran. Le nom ci-dessus suffit alors.
join-by-passkey = Rejoindre avec une clé d’accès
join-known-title = Vous avez un compte ?
join-known = Se connecter
join-own-invitation = C’est votre propre invitation. Donnez-en le lien à quelqu’un d’autre.
join-already = Vous êtes déjà membre : cette invitation ne compte plus.
join-to-me = Vers ma page
join-link-what = Il n’y a pas encore de compte avec cette adresse. Une pression le crée.
join-link-act = Créer mon compte
recovery-title = Codes à noter
recovery-what = Si vous perdez votre clé d’accès, un de ces codes ouvre votre compte, une fois. Nous ne les montrons que maintenant.
recovery-keep = Notez-les sur papier et gardez-le où personne ne regarde. Sans adresse e-mail et sans ces codes, personne ne peut rouvrir votre compte, pas même nous.
recovery-onward = Je les ai notés
recovery-lost = J’ai perdu ma clé d’accès, et j’ai des codes sur papier
recovery-code = Un de vos codes
recovery-code-hint = Vingt lettres et chiffres. Il sert une fois.
recovery-use = Utiliser le code
recovery-wrong = Ce n’est aucun de vos codes, ou il a déjà servi. Regardez encore le papier.
sign-in-title = Se connecter
sign-in-what = Avec une clé d’accès, ou par un lien que nous vous envoyons. Ici, pas de mot de passe.
sign-in-again = Vous êtes connecté. La suite n’est que pour vous : prouvez encore une fois que c’est vous.
sign-in-passkey-title = Avec une clé d’accès
sign-in-by-passkey = Se connecter avec une clé d’accès
sign-in-mail-title = Par e-mail
sign-in-address-hint = Nous envoyons un lien et un code à cette adresse.
sign-in-by-mail = Envoyez-moi le lien
sign-in-to-join = Je n’ai pas encore de compte
sign-in-asked-title = Regardez votre boîte aux lettres
sign-in-asked = Si tout va bien, un message est en route. Ouvrez son lien, ou tapez ici son code. Les deux sont bons { $shown } minutes.
sign-in-asked-none = Pas de message après quelques minutes ? Regardez dans les indésirables et vérifiez l’adresse. Si beaucoup de messages y sont allés aujourd’hui, le suivant attend dix minutes ; le lien du dernier marche toujours.
sign-in-ask-again = Demander un nouveau lien
sign-in-code = Le code du message
sign-in-code-hint = Six chiffres, aussi en khmer.
sign-in-code-use = Continuer
sign-in-code-wrong = Ce code n’est pas juste, ou n’est plus bon. Vérifiez les six chiffres, ou demandez un nouveau lien.
sign-in-link-what = Une pression vous connecte sur cet appareil.
sign-in-link-act = Me connecter
sign-in-link-not-you = Vous n’avez rien demandé ? Ne faites rien : personne n’entre sans appuyer ici.
sign-in-gone-title = Ce lien n’est plus bon
sign-in-gone = Il a déjà servi, est trop vieux ou incomplet. Un nouveau prend une minute.
second-title = Encore une preuve
second-what = Qui travaille au bureau montre deux choses : ce qui est venu par e-mail, et ce que seul son appareil possède.
second-code = Le code de votre application
second-code-hint = Six chiffres qui changent chaque demi-minute. Chacun sert une fois.
second-code-wrong = Ce code n’est pas juste, ou a servi. Attendez le suivant. Si aucun ne marche, voyez si l’horloge du téléphone est à l’heure.
second-none = Votre compte n’a encore rien pour cela. Ajoutez une clé d’accès ou une application de codes, et le bureau s’ouvre.
second-to-ways = En ajouter
me-title = Ma page
me-joined = Membre depuis le { $date }.
me-settings = Nom et langue
me-language = Dans quelle langue vous parler ?
me-change = Garder ces changements
me-follows = Ce que je suis
me-follows-unconfirmed = Vous avez demandé des nouvelles par e-mail sans dire oui encore : le lien est dans votre boîte.
me-follows-neutral = Vous êtes prévenu par e-mail, en mots neutres : seulement qu’il y a du nouveau.
me-follows-in-full = Vous êtes prévenu par e-mail, avec titre et texte.
me-follows-change = Changer, ou arrêter
me-follows-nothing = Vous n’êtes pas prévenu par e-mail.
me-letters = Mes lettres
me-letters-none = Aucune encore. Une lettre dite envoyée pendant que vous êtes connecté se trouve ici.
me-letter = Envoyée le { $date }, selon vous
me-letter-by = Envoyée le { $date }, selon vous · { $way }
way-own = par vos propres moyens
me-invite = Inviter quelqu’un
me-invite-what = Donnez ce lien à une personne de confiance, ou laissez-la le scanner. Nous comptons qu’on a rejoint, sans jamais garder qui a invité qui.
me-invited = { $count ->
    [0] Personne n’a encore rejoint par ce lien.
    [one] Une personne a rejoint par ce lien.
   *[other] { $shown } personnes ont rejoint par ce lien.
}
me-held = Tout ce que nous gardons de vous
me-held-what = Vous recevez tout en un fichier, et pouvez tout faire effacer d’un coup.
me-export = Recevoir le fichier
me-leave = Partir pour de bon
me-sign-out = Se déconnecter
leave-for-good-title = Partir pour de bon
leave-for-good-what = Votre compte part aussitôt, avec nom, adresse, clés d’accès, ce que vous suivez et avez fait. Vos lettres restent comme nombres. Il n’y a pas de retour.
leave-for-good-act = Effacer mon compte maintenant
role-member = Membre
role-translator = Traduction
role-moderator = Modération
role-coordinator = Coordination
role-steward = Gérance
ways-title = Mes moyens de connexion
ways-what = Deux moyens valent mieux qu’un : si l’un est perdu, l’autre ouvre votre compte.
ways-passkeys = Clés d’accès
ways-passkeys-what = Gardées par un appareil et ouvertes comme son écran. Nommez chacune, pour savoir laquelle retirer si un appareil se perd.
ways-passkey-name = Nom de la nouvelle clé
ways-passkey-name-hint = Par exemple : mon téléphone
ways-passkey-add = Ajouter une clé d’accès
ways-passkey-remove = Retirer { $name }
ways-passkey-used = Utilisée le { $date }
ways-passkey-added = Ajoutée le { $date }, pas encore utilisée
ways-address-title = Adresse e-mail
ways-address-is = Les liens vont à { $address }.
ways-address-none = Votre compte n’a pas d’adresse.
ways-address-other = Une autre adresse à la place
ways-address-ask = Y envoyer un lien
ways-address-remove = Retirer l’adresse
ways-address-link = Quelqu’un, sans doute vous, veut que les liens de son compte aillent à cette adresse.
ways-address-link-act = Oui, utiliser cette adresse
ways-address-taken = Un autre compte a cette adresse. Connectez-vous plutôt là.
ways-app = Application de codes
ways-app-what = Une seconde preuve après l’e-mail, pour qui travaille au bureau sans clé d’accès.
ways-app-is = Une application fait des codes pour vous.
ways-app-add = Installer une application
ways-app-scan = Scannez l’image avec l’application, ou tapez-y les lettres en dessous. Puis tapez ici le code qu’elle montre.
ways-app-hint = Six chiffres
ways-app-use = Utiliser cette application
ways-app-remove = Ne plus l’utiliser
ways-codes-left = { $count ->
    [0] Vous n’avez pas de codes sur papier. Faites-en si votre compte n’a pas d’adresse e-mail.
    [one] Il reste un code sur papier.
   *[other] Il reste { $shown } codes sur papier.
}
ways-codes-new = Faire de nouveaux codes
ways-sessions = Où vous êtes connecté
ways-session-this = celui-ci
ways-session-seen = Utilisé le { $date }
ways-session-end = Y déconnecter
ways-sessions-end = Déconnecter partout ailleurs
ways-last = C’est le dernier moyen d’entrer. Ajoutez-en d’abord un autre.
ways-not-enough = Pour changer cela, connectez-vous d’abord avec votre clé d’accès ou votre application de codes.
device-phone = Téléphone
device-tablet = Tablette
device-computer = Ordinateur
desk-title = Bureau
desk-menu = Bureau
desk-people = Personnes
desk-you-are = { $name }, vous êtes ici pour : { $role }.
desk-by-command = Pour l’instant, les documents sont publiés par la commande de l’opérateur.
people-add = Ajouter une personne
people-name = Son nom
people-name-hint = Elle peut le changer.
people-address = Son adresse e-mail
people-address-hint = Un lien y part. Qui a un compte avec cette adresse le garde, et reçoit le rôle.
people-role = Rôle
people-translates = Langue de traduction
people-change = Changer { $name }
people-change-act = Garder ce rôle
people-remove = Retirer le rôle
people-last-steward = Il faut au moins une personne à la gérance. Donnez d’abord ce rôle à quelqu’un d’autre.
mail-sign-in-subject = { $code } est votre code
mail-sign-in-subject-link = Votre lien
mail-sign-in-code = Votre code : { $code }
mail-sign-in-act = Ouvrir la page
mail-sign-in-minutes = Lien et code sont bons { $shown } minutes, et une fois.
mail-sign-in-not-you = Vous n’avez rien demandé ? Ne faites rien. Ne dites le code à personne.
