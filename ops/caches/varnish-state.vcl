# Varnish before a gate that lets categories into the page (`in_page`): one copy of each page per state,
# which the gate itself says.
vcl 4.1;

import cookie;

backend gate {
    .host = "127.0.0.1";
    .port = "8080";
}

sub vcl_recv {
    if (req.restarts == 0) {
        # Only the gate says these.
        unset req.http.Jalousie-State;
        unset req.http.X-Page;
        unset req.http.X-Cookie;
    }
    # The gate's own addresses answer to one reader each; its client and its style sheet are the same for all.
    if (req.url ~ "^/_jalousie/" && req.url !~ "^/_jalousie/(client|style)\.") {
        return (pass);
    }
    # What readers agreed to, days and terms considered, only the gate can tell from their cookie. So it is
    # asked first, and then the request begins anew. Files are the same in every state.
    if (req.restarts == 0 && (req.method == "GET" || req.method == "HEAD")
        && req.url !~ "(?i)\.(avif|css|gif|ico|jpe?g|js|mjs|mp[34]|png|svg|webm|webp|woff2?)(\?|$)") {
        set req.http.X-Page = req.url;
        set req.url = "/_jalousie/state";
        return (pass);
    }
    # Varnish asks no cache where there is a cookie. Where the gate's are the only ones, they are set aside
    # for the look-up. The name is that of `[consent] cookie`.
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
    # The gate is told of them all the same: it works out the state itself.
    if (bereq.http.X-Cookie) {
        set bereq.http.Cookie = bereq.http.X-Cookie;
        unset bereq.http.X-Cookie;
    }
    unset bereq.http.X-Page;
}

sub vcl_deliver {
    if (req.http.X-Page) {
        set req.http.Jalousie-State = resp.http.Jalousie-State;
        set req.url = req.http.X-Page;
        unset req.http.X-Page;
        return (restart);
    }
    if (obj.hits > 0) {
        set resp.http.X-Cache = "HIT";
    } else {
        set resp.http.X-Cache = "MISS";
    }
}
