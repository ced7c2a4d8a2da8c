//! Mails as operators try them: `samleng check mail ADDRESS`, to a folder, and to SMTP servers of every mood.

use std::{
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    sync::mpsc,
};

use mail_parser::{MessageParser, MimeHeaders};
use samleng_test_support::{
    app::Place,
    server::{address_of_its_own, run},
};

const DARA: &str = "dara@members.example";

/// What a server answers to one of the client's words in place of "yes".
#[derive(Clone, Copy)]
enum Mood {
    /// It takes everything.
    Takes,
    /// It answers this word with that line.
    Answers(&'static str, &'static str),
    /// It hangs up at this word.
    HangsUp(&'static str),
}

/// An SMTP server for one connection; gives back its address and what it took.
fn server(mood: Mood) -> (String, mpsc::Receiver<String>) {
    let address = address_of_its_own();
    let listener = TcpListener::bind(address).unwrap();
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut out = stream.try_clone().unwrap();
        let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
        out.write_all(b"220 sink.example\r\n").unwrap();
        while let Some(line) = lines.next() {
            let word = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            match mood {
                Mood::Answers(at, answer) if at == word => {
                    let _ = write!(out, "{answer}\r\n");
                    continue;
                }
                Mood::HangsUp(at) if at == word => return,
                _ => {}
            }
            let answer = match word.as_str() {
                "DATA" => {
                    let _ = out.write_all(b"354 go on\r\n");
                    let body: Vec<String> = lines.by_ref().take_while(|line| line != ".").collect();
                    let _ = tell.send(body.join("\r\n"));
                    "250 taken"
                }
                "QUIT" => "221 bye",
                _ => "250 well",
            };
            if write!(out, "{answer}\r\n").is_err() || word == "QUIT" {
                return;
            }
        }
    });
    (format!("smtp://{address}"), told)
}

fn assert_is_the_test(text: &str) {
    assert!(text.is_ascii(), "headers and body are ASCII on the wire");
    let mail = MessageParser::default().parse(text.as_bytes()).unwrap();
    assert_eq!(mail.to().unwrap().first().unwrap().address(), Some(DARA));
    assert_eq!(mail.from().unwrap().first().unwrap().address(), Some("alerts@samleng.example"));
    assert!(mail.subject().unwrap().starts_with("[TEST] "));
    assert!(mail.message_id().unwrap().ends_with("@samleng.example") && mail.date().is_some());
    let (plain, html) = (mail.body_text(0).unwrap(), mail.body_html(0).unwrap());
    for part in [&plain, &html] {
        assert!(part.contains("នេះជាអ៊ីមែលសាកល្បង។") && part.contains("Ceci est un essai."), "{part}");
        assert!(part.contains("https://samleng.example/"), "{part}");
    }
    assert!(html.contains("<html lang=\"en\">") && !html.contains("<img") && !html.contains("src="), "{html}");
    assert!(
        mail.parts.iter().any(|part| part.content_type().is_some_and(|kind| kind.subtype() == Some("alternative")))
    );
}

const FROM: (&str, &str) = ("SAMLENG_MAIL_FROM", "alerts@samleng.example");
const HERE: (&str, &str) = ("SAMLENG_PUBLIC_URL", "https://samleng.example");

#[tokio::test]
async fn without_an_smtp_server_a_mail_is_a_file() {
    let place = Place::on_sqlite();
    let ended = run(&place, &["check", "mail", DARA], &[FROM, HERE]);
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert!(ended.said.contains("outbox") && ended.said.contains(DARA), "{ended:?}");
    let files: Vec<_> =
        std::fs::read_dir(place.data.path().join("outbox")).unwrap().map(|file| file.unwrap().path()).collect();
    let [file] = &files[..] else { panic!("{files:?}") };
    assert!(file.extension().is_some_and(|ending| ending == "eml"));
    assert_is_the_test(&std::fs::read_to_string(file).unwrap());
}

#[tokio::test]
async fn with_one_the_mail_is_handed_to_it_and_no_file_is_left() {
    let place = Place::on_sqlite();
    let (url, told) = server(Mood::Takes);
    let ended = run(&place, &["check", "mail", DARA], &[FROM, HERE, ("SAMLENG_SMTP_URL", &url)]);
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert_is_the_test(&told.recv().unwrap());
    assert!(!place.data.path().join("outbox").exists());
}

#[tokio::test]
async fn whatever_an_smtp_server_does_ends_in_one_line_that_says_whether_to_try_again() {
    for (mood, says) in [
        (Mood::Answers("EHLO", "421 too busy"), "not taken now"),
        (Mood::Answers("MAIL", "452 full"), "not taken now"),
        (Mood::Answers("RCPT", "451 greylisted"), "not taken now"),
        (Mood::Answers("RCPT", "550 no such user"), "refused"),
        (Mood::Answers("DATA", "554 policy"), "refused"),
        (Mood::Answers("RCPT", "rubbish"), "not taken now"),
        (Mood::HangsUp("EHLO"), "not taken now"),
        (Mood::HangsUp("DATA"), "not taken now"),
    ] {
        let place = Place::on_sqlite();
        let (url, _told) = server(mood);
        run(&place, &["check", "mail", DARA], &[FROM, HERE, ("SAMLENG_SMTP_URL", &url)]).assert_refused(&[says]);
    }
    let nobody = format!("smtp://{}", address_of_its_own());
    let place = Place::on_sqlite();
    run(&place, &["check", "mail", DARA], &[FROM, HERE, ("SAMLENG_SMTP_URL", &nobody)])
        .assert_refused(&["not taken now"]);
}

#[tokio::test]
async fn what_is_no_address_or_no_server_is_refused_without_a_password_in_the_line() {
    let place = Place::on_sqlite();
    run(&place, &["check", "mail", "dara@"], &[FROM, HERE]).assert_refused(&["dara@"]);
    run(&place, &["check", "mail", "dara@members.example\r\nBcc: x@y.example"], &[FROM, HERE])
        .assert_refused(&["e-mail address"]);
    let secret =
        run(&place, &["check", "mail", DARA], &[FROM, HERE, ("SAMLENG_SMTP_URL", "http://me:secret@mail.example")]);
    assert!(!secret.complained.contains("secret"), "{secret:?}");
    secret.assert_refused(&["smtp_url", "smtps://"]);
}
