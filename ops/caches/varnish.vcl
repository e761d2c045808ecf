# Varnish before the gate, with one copy of each page for all readers.
vcl 4.1;

import cookie;

backend gate {
    .host = "127.0.0.1";
    .port = "8080";
}

sub vcl_recv {
    # The gate's own addresses answer to one reader each; its client and its style sheet are the same for all.
    if (req.url ~ "^/_jalousie/" && req.url !~ "^/_jalousie/(client|style)\.") {
        return (pass);
    }
    # Varnish asks no cache where there is a cookie. Decisions do not change pages: where theirs are the only
    # cookies, they are set aside for the look-up. The name is that of `[consent] cookie`.
    unset req.http.X-Cookie;
    if (req.http.Cookie) {
        cookie.parse(req.http.Cookie);
        cookie.delete("eu-consent");
        cookie.delete("__Host-eu-consent");
        if (cookie.get_string() == "") {
            set req.http.X-Cookie = req.http.Cookie;
            unset req.http.Cookie;
        }
    }
}

sub vcl_backend_fetch {
    # The gate is told of them all the same: with `cache = "private"` its answer depends on them, and says so.
    if (bereq.http.X-Cookie) {
        set bereq.http.Cookie = bereq.http.X-Cookie;
        unset bereq.http.X-Cookie;
    }
}

sub vcl_deliver {
    if (obj.hits > 0) {
        set resp.http.X-Cache = "HIT";
    } else {
        set resp.http.X-Cache = "MISS";
    }
}
