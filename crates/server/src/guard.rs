//! Who may ask for what.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::error::Problem;
use crate::limits;

/// What a page may load and run: the explorer's own files, and nothing within the page itself.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'self'; \
    form-action 'none'; frame-ancestors 'none'";

/// The header that a write must have. A page of another origin cannot send it without the
/// browser's asking the server first, which answers no such question.
pub const WRITE: &str = "x-gainsay";

/// What requests are measured by.
#[derive(Debug)]
pub(crate) struct Guard {
    /// The names by which this server is called: `127.0.0.1:8080`.
    pub hosts: Vec<String>,
    pub read_only: bool,
}

impl Guard {
    /// For a server on this port of the loopback address.
    pub fn new(port: u16, read_only: bool) -> Self {
        let mut hosts: Vec<String> = ["127.0.0.1", "localhost", "[::1]"]
            .iter()
            .map(|name| format!("{name}:{port}"))
            .collect();
        if port == 80 {
            hosts.extend(["127.0.0.1", "localhost", "[::1]"].map(str::to_owned));
        }
        Guard { hosts, read_only }
    }

    fn check(&self, request: &Request) -> Result<(), Problem> {
        let headers = request.headers();
        let forbidden = |message: &str| Problem::new(403, "forbidden", message);
        let host = one(headers, header::HOST)?.unwrap_or_default();
        if !self.hosts.iter().any(|known| known == host) {
            return Err(forbidden(
                "this address is not the explorer's own; open the one that it printed",
            ));
        }
        let own = |origin: &str| origin.strip_prefix("http://") == Some(host);
        if one(headers, header::ORIGIN)?.is_some_and(|origin| !own(origin)) {
            return Err(forbidden("the request comes from a page of another site"));
        }
        if request.uri().query().is_some_and(|query| query.len() > limits::QUERY_BYTES) {
            return Err(Problem::too_large(limits::QUERY_BYTES));
        }
        let site = one(headers, HeaderName::from_static("sec-fetch-site"))?;
        let is_foreign = site.is_some_and(|site| site != "same-origin" && site != "none");
        match *request.method() {
            // A link from elsewhere may open a page; a page elsewhere may load nothing from here.
            // Another port of this machine is another site too.
            Method::GET | Method::HEAD => {
                let mode = one(headers, HeaderName::from_static("sec-fetch-mode"))?;
                if is_foreign && mode != Some("navigate") {
                    return Err(forbidden("the request comes from a page of another site"));
                }
                Ok(())
            }
            Method::POST => {
                if is_foreign || site == Some("none") {
                    return Err(forbidden("the request comes from a page of another site"));
                }
                if one(headers, HeaderName::from_static(WRITE))? != Some("write") {
                    return Err(forbidden("a write needs the header X-Gainsay: write"));
                }
                if self.read_only {
                    let message = "the explorer was opened to read only; nothing was changed";
                    return Err(Problem::new(403, "read_only", message));
                }
                Ok(())
            }
            _ => Err(Problem::new(405, "not_allowed", "only GET, HEAD and POST are answered")),
        }
    }
}

/// The one value of a header; several are an attempt to be two things at once.
fn one(headers: &HeaderMap, name: HeaderName) -> Result<Option<&str>, Problem> {
    let mut values = headers.get_all(&name).iter();
    let first = values.next();
    if values.next().is_some() {
        return Err(Problem::new(
            400,
            "bad_parameter",
            format!("the header {name} is there twice"),
        ));
    }
    Ok(first.map(|value| value.to_str().unwrap_or("?")))
}

/// Refuses what may not be asked, and tells the browser what pages may do.
pub(crate) async fn guard(
    State(guard): State<Arc<Guard>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = match guard.check(&request) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
