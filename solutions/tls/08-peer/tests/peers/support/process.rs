//! A process whose output is read line by line, and that does not outlive its test.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// When a test gives up. Nothing takes that long; without an end a failure would hang.
const GIVE_UP_AFTER: Duration = Duration::from_secs(60);

/// Where a line comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Stdout,
    Stderr,
}

/// A running process.
pub struct Process {
    command: String,
    child: Child,
    stdin: Option<ChildStdin>,
    lines: Receiver<(Source, String)>,
    /// The lines that were read so far.
    seen: Vec<(Source, String)>,
}

/// What a process has come to.
pub struct Finished {
    command: String,
    pub status: ExitStatus,
    lines: Vec<(Source, String)>,
}

impl Process {
    /// Starts a process. Its standard input stays open until
    /// [`close_input`](Self::close_input).
    pub fn start(command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let (sender, lines) = channel();
        read_lines(child.stdout.take().unwrap(), Source::Stdout, sender.clone());
        read_lines(child.stderr.take().unwrap(), Source::Stderr, sender);
        Self {
            command: format!("{command:?}"),
            stdin: child.stdin.take(),
            child,
            lines,
            seen: Vec::new(),
        }
    }

    /// Writes to the standard input.
    pub fn write(&mut self, bytes: &[u8]) {
        let stdin = self.stdin.as_mut().expect("the input is still open");
        match stdin.write_all(bytes) {
            // It has ended. Its output, which the test looks at, says why.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
            written => written.unwrap(),
        }
    }

    /// Closes the standard input.
    pub fn close_input(&mut self) {
        self.stdin = None;
    }

    /// The first line, from now on, that `find` finds something in.
    ///
    /// # Panics
    ///
    /// If the process ends before that.
    pub fn wait_for<T>(&mut self, mut find: impl FnMut(&str) -> Option<T>) -> T {
        self.try_wait_for(&mut find)
            .unwrap_or_else(|| panic!("the line did not come\n{self:?}"))
    }

    /// Waits for a line, from now on, that has this in it.
    ///
    /// # Panics
    ///
    /// If the process ends before that.
    pub fn wait_for_line_with(&mut self, part: &str) {
        self.wait_for(|line| line.contains(part).then_some(()));
    }

    /// As [`wait_for`](Self::wait_for), and `None` if the output ends before that.
    pub fn try_wait_for<T>(&mut self, mut find: impl FnMut(&str) -> Option<T>) -> Option<T> {
        let deadline = Instant::now() + GIVE_UP_AFTER;
        loop {
            let (source, line) = self.next_line(deadline)?;
            let found = find(&line);
            self.seen.push((source, line));
            if found.is_some() {
                return found;
            }
        }
    }

    fn next_line(&mut self, deadline: Instant) -> Option<(Source, String)> {
        let left = deadline.saturating_duration_since(Instant::now());
        match self.lines.recv_timeout(left) {
            Ok(line) => Some(line),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("nothing happens any more\n{self:?}"),
        }
    }

    /// Reads until the process has ended.
    pub fn finish(mut self) -> Finished {
        let _: Option<()> = self.try_wait_for(|_| None);
        Finished {
            command: self.command.clone(),
            status: self.child.wait().unwrap(),
            lines: std::mem::take(&mut self.seen),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only if it has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read_lines(output: impl Read + Send + 'static, source: Source, lines: Sender<(Source, String)>) {
    thread::spawn(move || {
        let mut output = BufReader::new(output);
        let mut line = Vec::new();
        // It ends with the output, or when nobody listens any more.
        while matches!(output.read_until(b'\n', &mut line), Ok(1..)) {
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_end_matches(['\r', '\n']).to_owned();
            if lines.send((source, text)).is_err() {
                return;
            }
            line.clear();
        }
    });
}

impl Finished {
    /// What it has written to its standard output.
    pub fn stdout(&self) -> String {
        text(&self.lines, Source::Stdout)
    }

    /// What it has written to its standard error.
    pub fn stderr(&self) -> String {
        text(&self.lines, Source::Stderr)
    }

    /// Whether a line has this in it.
    pub fn says(&self, part: &str) -> bool {
        self.lines.iter().any(|(_, line)| line.contains(part))
    }

    /// Fails the test unless a line has this in it.
    #[track_caller]
    pub fn assert_says(&self, part: &str) {
        assert!(self.says(part), "no line with {part:?}\n{self:?}");
    }

    /// Fails the test unless a line has one of these in it: programs change their words.
    #[track_caller]
    pub fn assert_says_one_of(&self, parts: &[String]) {
        let said = parts.iter().any(|part| self.says(part));
        assert!(said, "no line with one of {parts:?}\n{self:?}");
    }

    /// Fails the test unless the process has succeeded.
    #[track_caller]
    pub fn assert_success(&self) {
        assert!(self.status.success(), "{self:?}");
    }
}

fn text(lines: &[(Source, String)], wanted: Source) -> String {
    lines
        .iter()
        .filter(|(source, _)| *source == wanted)
        .map(|(_, line)| format!("{line}\n"))
        .collect()
}

// For the messages of tests that fail.

impl fmt::Debug for Process {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(f, &self.command, &self.seen)
    }
}

impl fmt::Debug for Finished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(f, &self.command, &self.lines)?;
        write!(f, "{}", self.status)
    }
}

fn show(f: &mut fmt::Formatter<'_>, command: &str, lines: &[(Source, String)]) -> fmt::Result {
    writeln!(f, "{command}")?;
    for (source, line) in lines {
        // Pages are long and tell nothing.
        let line = line.get(..200).unwrap_or(line);
        writeln!(f, "{source:?}: {line}")?;
    }
    Ok(())
}
