//! The core and OpenSSL's own programs, on loopback.

use std::error::Error;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;
use tls_core::{ClientConnection, ServerConnection, Stream};

use super::rustls::{WORDS, back_to_front, connection, report};
use crate::credentials::{Credentials, NAME, name};
use crate::ends::insist;
use crate::report::{Report, Side};
use crate::watch::{Seen, Tapped, Wire, provider};

/// How long a peer may keep silent. OpenSSL answers within milliseconds.
const PATIENCE: Duration = Duration::from_secs(5);

/// The core is the client, and `openssl s_server -rev` the server: it says every line
/// again, back to front.
pub fn server() -> Result<Report, Box<dyn Error>> {
    let version = match version() {
        Ok(version) => version,
        Err(why) => return Ok(Report::skipped(format!("OpenSSL takes no part: {why}"))),
    };
    let credentials = Credentials::new()?;
    let files = files(&credentials)?;
    let mut command = openssl();
    command
        .args([
            "s_server",
            "-accept",
            "127.0.0.1:0",
            "-naccept",
            "1",
            "-rev",
            "-tls1_3",
        ])
        .args(["-cert", "chain.pem", "-key", "key.pem"])
        .current_dir(files.path());
    let mut openssl = Running::start(command)?;
    let socket = TcpStream::connect(openssl.address()?)?;

    let seen = Seen::default();
    let config = credentials.client(provider(&seen))?;
    let mut core = ClientConnection::new(Arc::new(config), name())?;
    let mut wire = Wire::default();
    let mut socket = tapped(socket, &mut wire)?;
    let mut stream = Stream::new(&mut core, &mut socket);
    let said = stream.write_all(format!("{WORDS}\n").as_bytes());
    let words = said
        .and_then(|()| line(&mut stream))
        .map_err(|error| openssl.explain(&version, error))?;
    insist(
        words == back_to_front(WORDS),
        &format!("OpenSSL's answer is `{words}`"),
    )?;
    farewell(&mut stream)?;
    let connection = connection(&version, Side::Client, &core, words);
    Ok(report(connection, wire, &seen))
}

/// The core is the server, and `openssl s_client` the client.
pub fn client() -> Result<Report, Box<dyn Error>> {
    let version = match version() {
        Ok(version) => version,
        Err(why) => return Ok(Report::skipped(format!("OpenSSL takes no part: {why}"))),
    };
    let credentials = Credentials::new()?;
    let files = files(&credentials)?;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?.to_string();
    let mut command = openssl();
    command
        .args([
            "s_client",
            "-connect",
            &address,
            "-servername",
            NAME,
            "-quiet",
            "-tls1_3",
        ])
        .args(["-CAfile", "authority.pem", "-verify_hostname", NAME])
        .arg("-verify_return_error")
        .current_dir(files.path());
    let mut openssl = Running::start(command)?;
    let (socket, _) = listener.accept()?;
    openssl.say(&format!("{WORDS}\n"))?;

    let seen = Seen::default();
    let config = credentials.server(provider(&seen))?;
    let mut core = ServerConnection::new(Arc::new(config))?;
    let mut wire = Wire::default();
    let mut socket = tapped(socket, &mut wire)?;
    let mut stream = Stream::new(&mut core, &mut socket);
    let words = line(&mut stream).map_err(|error| openssl.explain(&version, error))?;
    let answer = format!("{}\n", back_to_front(&words));
    stream.write_all(answer.as_bytes())?;
    let heard = line(&mut openssl.output)?;
    insist(
        heard == back_to_front(WORDS),
        &format!("OpenSSL has received `{heard}`"),
    )?;
    farewell(&mut stream)?;
    let connection = connection(&version, Side::Server, &core, words);
    Ok(report(connection, wire, &seen))
}

/// `OpenSSL 3.0.19`, or why it cannot be talked to here.
fn version() -> Result<String, String> {
    let version = installed().ok_or("there is none of version 1.1.1 or later in the PATH")?;
    let connected = TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| TcpStream::connect(listener.local_addr()?));
    match connected {
        Ok(_) => Ok(version),
        Err(error) => Err(format!("the loopback interface cannot be used ({error})")),
    }
}

/// OpenSSL without the configuration of this machine, which may refuse what is needed here.
fn openssl() -> Command {
    let nothing = if cfg!(windows) { "NUL" } else { "/dev/null" };
    let mut command = Command::new("openssl");
    command.env("OPENSSL_CONF", nothing);
    command
}

/// Its name and version, if it is installed and can do TLS 1.3.
fn installed() -> Option<String> {
    let output = openssl().arg("version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut words = text.split_whitespace();
    // LibreSSL's programs have the same name, and other options.
    let (name, number) = (words.next()?, words.next()?);
    let has_tls13 = number.starts_with("1.1.1") || !number.starts_with(['0', '1']);
    (name == "OpenSSL" && has_tls13).then(|| format!("{name} {number}"))
}

/// The certificates as files, in a folder that is removed with what is returned.
fn files(credentials: &Credentials) -> io::Result<TempDir> {
    let folder = tempfile::tempdir()?;
    for (file, text) in credentials.pem() {
        fs::write(Path::join(folder.path(), file), text)?;
    }
    Ok(folder)
}

fn tapped(socket: TcpStream, wire: &mut Wire) -> io::Result<Tapped<'_, TcpStream>> {
    socket.set_read_timeout(Some(PATIENCE))?;
    socket.set_nodelay(true)?;
    Ok(Tapped {
        transport: socket,
        wire,
    })
}

/// One line, without its end.
fn line(source: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    source.read_line(&mut line)?;
    Ok(line.trim_end().to_owned())
}

/// Says close_notify, and waits for OpenSSL's.
fn farewell<C>(stream: &mut Stream<'_, C, Tapped<'_, TcpStream>>) -> Result<(), Box<dyn Error>>
where
    C: core::ops::DerefMut<Target = tls_core::ConnectionCommon>,
{
    stream.conn.send_close_notify();
    stream.flush()?;
    match io::copy(stream, &mut io::sink()) {
        Ok(0) => Ok(()),
        Ok(more) => Err(format!("OpenSSL has sent {more} bytes that nobody asked for").into()),
        // Some versions hang up when they are told that nothing will come.
        Err(error) if is_end(&error) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn is_end(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset
    )
}

/// A program of OpenSSL's, which is stopped with this.
struct Running {
    child: Child,
    output: BufReader<std::process::ChildStdout>,
}

impl Running {
    fn start(mut command: Command) -> io::Result<Self> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let output = child.stdout.take().expect("it is piped");
        Ok(Self {
            child,
            output: BufReader::new(output),
        })
    }

    /// Where it listens: it says so in the line `ACCEPT 127.0.0.1:41829`.
    fn address(&mut self) -> Result<String, Box<dyn Error>> {
        loop {
            let mut line = String::new();
            if self.output.read_line(&mut line)? == 0 {
                let error = io::Error::other("it does not listen");
                return Err(self.explain("openssl s_server", error).into());
            }
            if let Some(address) = line.trim_end().strip_prefix("ACCEPT ") {
                return Ok(address.to_owned());
            }
        }
    }

    fn say(&mut self, words: &str) -> io::Result<()> {
        let input = self.child.stdin.as_mut().expect("it is piped");
        input.write_all(words.as_bytes())?;
        input.flush()
    }

    /// The error, and what OpenSSL has to say about it.
    fn explain(&mut self, who: &str, error: io::Error) -> String {
        let _ = self.child.kill();
        let mut said = String::new();
        if let Some(mut stderr) = self.child.stderr.take() {
            let _ = stderr.read_to_string(&mut said);
        }
        let said = said.trim();
        match said {
            "" => error.to_string(),
            _ => format!("{error}; {who} says:\n{said}"),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
