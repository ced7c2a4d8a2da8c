//! An SMTP server that keeps what it takes, and does what a test tells it to.

use std::{
    collections::{HashMap, HashSet},
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use crate::server::address_of_its_own;

/// An SMTP server.
pub struct Sink {
    /// Its address, as `smtp_url` wants it.
    pub url: String,
    state: Arc<State>,
}

/// A mail that was taken.
#[derive(Clone, Debug)]
pub struct Taken {
    /// To where it comes back.
    pub returns_to: String,
    /// To whom it went.
    pub to: String,
    /// What it was.
    pub raw: String,
}

#[derive(Default)]
struct State {
    recipients: Mutex<HashSet<String>>,
    taken: Mutex<Vec<Taken>>,
    /// What is answered to a recipient whose address ends so, in place of "yes".
    answers: Mutex<HashMap<String, &'static str>>,
    /// Hangs up in the middle of a mail to whoever's address ends so.
    hangs_up: Mutex<Vec<String>>,
    /// Hangs up after so many mails on one connection; 0 for never.
    most: AtomicUsize,
    /// Hangs up at the first word.
    away: AtomicBool,
}

impl Sink {
    /// One that takes everything.
    pub fn start() -> Self {
        let address = address_of_its_own();
        let listener = TcpListener::bind(address).unwrap();
        let url = format!("smtp://{address}");
        let state = Arc::new(State::default());
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let state = Arc::clone(&shared);
                std::thread::spawn(move || talk(&state, stream));
            }
        });
        Self { url, state }
    }

    /// Answers that to RCPT for addresses that end so.
    pub fn answers(&self, ending: &str, answer: &'static str) {
        self.state.answers.lock().unwrap().insert(ending.to_owned(), answer);
    }

    /// Takes everything again.
    pub fn answers_well(&self) {
        self.state.answers.lock().unwrap().clear();
        self.state.hangs_up.lock().unwrap().clear();
        self.state.most.store(0, Ordering::Relaxed);
        self.state.away.store(false, Ordering::Relaxed);
    }

    /// Hangs up in the middle of mails to addresses that end so.
    pub fn hangs_up_on(&self, ending: &str) {
        self.state.hangs_up.lock().unwrap().push(ending.to_owned());
    }

    /// Hangs up after so many mails on one connection.
    pub fn hangs_up_after(&self, mails: usize) {
        self.state.most.store(mails, Ordering::Relaxed);
    }

    /// Hangs up at once.
    pub fn is_away(&self) {
        self.state.away.store(true, Ordering::Relaxed);
    }

    /// What it has taken so far.
    pub fn taken(&self) -> Vec<Taken> {
        self.state.taken.lock().unwrap().clone()
    }

    /// How many have got something.
    pub fn recipients(&self) -> usize {
        self.state.recipients.lock().unwrap().len()
    }

    /// Forgets it.
    pub fn forgets(&self) {
        self.state.taken.lock().unwrap().clear();
    }
}

fn talk(state: &State, stream: TcpStream) {
    let Ok(mut out) = stream.try_clone() else { return };
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let (mut from, mut to, mut mails) = (String::new(), String::new(), 0);
    if state.away.load(Ordering::Relaxed) || out.write_all(b"220 sink.example\r\n").is_err() {
        return;
    }
    while let Some(line) = lines.next() {
        let word = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let address =
            || line.split_once('<').and_then(|(_, rest)| rest.rsplit_once('>')).map_or("", |(inner, _)| inner);
        let answer = match word.as_str() {
            "MAIL" => {
                from = address().to_owned();
                "250 well"
            }
            "RCPT" => {
                to = address().to_owned();
                let answers = state.answers.lock().unwrap();
                answers.iter().find(|(ending, _)| to.ends_with(*ending)).map_or("250 well", |(_, answer)| *answer)
            }
            "DATA" => {
                if out.write_all(b"354 go on\r\n").is_err() {
                    return;
                }
                if state.hangs_up.lock().unwrap().iter().any(|ending| to.ends_with(ending)) {
                    return;
                }
                let mut raw = String::new();
                loop {
                    match lines.next() {
                        Some(line) if line == "." => break,
                        Some(line) => raw.extend([line.as_str(), "\r\n"]),
                        // Broken off: what is not whole was not taken.
                        None => return,
                    }
                }
                state.recipients.lock().unwrap().insert(to.clone());
                state.taken.lock().unwrap().push(Taken { returns_to: from.clone(), to: to.clone(), raw });
                mails += 1;
                "250 taken"
            }
            "QUIT" => "221 bye",
            _ => "250 well",
        };
        if write!(out, "{answer}\r\n").is_err() || word == "QUIT" {
            return;
        }
        let most = state.most.load(Ordering::Relaxed);
        if most > 0 && mails >= most {
            return;
        }
    }
}
