//! The built program itself: started, asked over real connections, told to stop, killed.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddrV4, TcpStream},
    path::PathBuf,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering},
        mpsc,
    },
    time::{Duration, Instant},
};

use samleng::platform::clock;

use crate::{PATIENCE, app::Place, reader::FORM};

/// A running server.
pub struct Server {
    child: Mutex<Child>,
    address: SocketAddrV4,
}

/// What a command left.
#[derive(Debug)]
pub struct Ended {
    /// Its exit code.
    pub code: Option<i32>,
    /// What it said.
    pub said: String,
    /// What it said on standard error.
    pub complained: String,
}

/// What came back over a connection.
#[derive(Debug)]
pub struct Got {
    /// The status.
    pub status: u16,
    /// Status line and headers.
    pub head: String,
    /// The body.
    pub body: String,
}

impl Server {
    /// Starts a server on a place and waits until it says where it is.
    pub fn start(place: &Place) -> Self {
        Self::start_with(place, &[])
    }

    /// The same with more arguments.
    pub fn start_with(place: &Place, arguments: &[&str]) -> Self {
        Self::starting(place, arguments, &[])
    }

    /// The same with settings in the environment.
    pub fn start_in(place: &Place, environment: &[(&str, &str)]) -> Self {
        Self::starting(place, &[], environment)
    }

    fn starting(place: &Place, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let address = address_of_its_own();
        let log = std::fs::File::create(place.data.path().join(format!("log-{}", address.ip()))).unwrap();
        let mut child = command(place)
            .args(["serve", "--addr", &address.to_string()])
            .args([
                "--settings".as_ref(),
                settings(place).as_os_str(),
                "--data".as_ref(),
                place.data.path().as_os_str(),
            ])
            .args(arguments)
            .envs(environment.iter().copied())
            .stderr(log)
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        // From here on it is ended with the test, whatever becomes of that.
        let server = Self { child: Mutex::new(child), address };
        let (tell, told) = mpsc::channel();
        std::thread::spawn(move || {
            let mut line = String::new();
            let _ = out.read_line(&mut line);
            let _ = tell.send(line);
        });
        let line = told.recv_timeout(PATIENCE).expect("the server says where it is");
        assert!(line.starts_with("Samleng is at http"), "{line}");
        server
    }

    /// `kill -9`.
    pub fn kill(&self) {
        let mut child = self.child.lock().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// Sends a signal.
    pub fn signal(&self, name: &str) {
        let id = self.child.lock().unwrap().id().to_string();
        assert!(Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }

    /// Waits until it has ended.
    pub fn ended(&self) -> ExitStatus {
        waited(&mut self.child.lock().unwrap())
    }

    /// A connection to it.
    pub fn connect(&self) -> std::io::Result<TcpStream> {
        let stream = TcpStream::connect(self.address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(stream)
    }

    /// The beginning of a request.
    pub fn head(&self, method: &str, path: &str) -> String {
        format!("{method} {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n", self.address.port())
    }

    /// Opens a page.
    pub fn opens(&self, path: &str) -> Got {
        self.asks(&format!("{}\r\n", self.head("GET", path))).unwrap()
    }

    /// "I sent it" for the first letter of an alert, from a browser without cookies.
    pub fn reports_sent(&self, alert: &str, key: &str) -> std::io::Result<Got> {
        let body = format!("key={key}&letter=1&name=Dara");
        let head = self.head("POST", &format!("/en/alerts/{alert}/sent"));
        let (kind, length) = (FORM, body.len());
        self.asks(&format!("{head}Content-Type: {kind}\r\nContent-Length: {length}\r\n\r\n{body}"))
    }

    /// Sends a request and reads to the end.
    pub fn asks(&self, request: &str) -> std::io::Result<Got> {
        let mut stream = self.connect()?;
        stream.write_all(request.as_bytes())?;
        Got::read(stream)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Ok(mut child) = self.child.lock() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Got {
    /// Reads an answer to its end.
    pub fn read(mut stream: TcpStream) -> std::io::Result<Self> {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        let broken = || std::io::Error::other("the connection broke off");
        let (head, body) = text.split_once("\r\n\r\n").ok_or_else(broken)?;
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(broken)?;
        Ok(Self { status, head: head.to_owned(), body: body.to_owned() })
    }
}

/// Runs a command to its end. Its clock runs on while it works, so the test's moves on as far: what it left for now is due.
pub fn run(place: &Place, arguments: &[&str], environment: &[(&str, &str)]) -> Ended {
    let begun = Instant::now();
    let mut command = command(place);
    command.args(arguments);
    if !arguments.contains(&"--settings") {
        command.arg("--settings").arg(settings(place));
    }
    if !arguments.contains(&"--data") {
        command.arg("--data").arg(place.data.path());
    }
    let mut child = command.envs(environment.iter().copied()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut out, mut err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let said = std::thread::spawn(move || read(&mut out));
    let complained = std::thread::spawn(move || read(&mut err));
    let code = waited(&mut child).code();
    place.time_passes(begun.elapsed());
    Ended { code, said: said.join().unwrap(), complained: complained.join().unwrap() }
}

impl Ended {
    /// It failed, and said why in one line that names each of these.
    #[track_caller]
    pub fn assert_refused(&self, names: &[&str]) {
        assert_eq!(self.code, Some(1), "{self:?}");
        assert_eq!(self.complained.lines().count(), 1, "{self:?}");
        assert!(self.complained.starts_with("samleng: ") && self.said.is_empty(), "{self:?}");
        for name in names {
            assert!(self.complained.contains(name), "{name} is not named in {self:?}");
        }
    }

    /// It did what it was told, and said it.
    #[track_caller]
    pub fn assert_done(&self, says: &str) {
        assert_eq!((self.code, self.complained.as_str()), (Some(0), ""), "{self:?}");
        assert!(self.said.contains(says), "{self:?}");
    }
}

/// An address and a port where nobody listens but whoever is given them: no two calls get the same, be it in two processes.
///
/// A loopback address is made of the process and the call (`127.1ppppppp.ppppcccc.cccccccc`). The port lies below those
/// that the kernel hands out by itself, and holds what is left of the process's number, which has 22 bits at most.
pub fn address_of_its_own() -> SocketAddrV4 {
    static CALLS: AtomicU32 = AtomicU32::new(0);
    // The last address of all is the network's, for everybody.
    let call = CALLS.fetch_add(1, Ordering::Relaxed) % 0xfff;
    let process = std::process::id();
    let host = 0x7f80_0000 | (process & 0x7ff) << 12 | call;
    let port = 10_000 + (process >> 11 & 0x7ff);
    SocketAddrV4::new(Ipv4Addr::from(host), u16::try_from(port).unwrap())
}

fn read(from: &mut impl Read) -> String {
    let mut text = String::new();
    from.read_to_string(&mut text).unwrap();
    text
}

fn waited(child: &mut Child) -> ExitStatus {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status;
        }
        if begun.elapsed() > PATIENCE {
            let _ = child.kill();
            let _ = child.wait();
            panic!("the program goes on and on");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The program, at the time of the place and without the settings of whoever runs the tests.
fn command(place: &Place) -> Command {
    let mut command = Command::new(program());
    for (name, _) in std::env::vars() {
        if name.starts_with("LEPTOS_") || name.starts_with("SAMLENG_") || name.starts_with("RUST_") {
            command.env_remove(name);
        }
    }
    if let Some(url) = &place.url {
        command.env("SAMLENG_DATABASE_URL", url);
    }
    command.env(clock::VARIABLE, place.now().to_string());
    // As the program's own choice, but that sqlx is silent on statements that a busy machine makes slow.
    command.env("RUST_LOG", "samleng=info,warn,sqlx::query=error");
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    command
}

/// The program, which cargo builds with the tests and puts into the folder above theirs.
fn program() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.parent().and_then(|folder| folder.parent()).expect("a test lies below target").join("samleng")
}

/// A settings file for a build without hashes in its names.
fn settings(place: &Place) -> PathBuf {
    let file = place.data.path().join("Leptos.toml");
    let text =
        "[samleng]\n[package.metadata.leptos]\noutput-name = \"samleng\"\nsite-root = \"site\"\nhash-files = false\n";
    std::fs::write(&file, text).unwrap();
    file
}
