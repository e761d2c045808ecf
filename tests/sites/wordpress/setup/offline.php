<?php
/*
 * A must-use plugin: WordPress asks the providers for their embeds as ever (oEmbed), and gets the answers of
 * answers.json instead of the network's. Everything else it wants to fetch is refused, and no mail is sent.
 */
add_filter('pre_wp_mail', '__return_true');
add_filter('pre_http_request', function ($ignored, $arguments, $url) {
    $answers = json_decode(file_get_contents(getenv('JOURNAL_ANSWERS')), true);
    $query = [];
    parse_str((string) parse_url($url, PHP_URL_QUERY), $query);
    $answer = $answers[$query['url'] ?? $url] ?? null;
    if ($answer === null) {
        return new WP_Error('offline', "no network: $url");
    }
    $is_page = isset($answer['page']) && !isset($query['format']) && !isset($query['url']);
    return [
        'headers' => [],
        'body' => $is_page ? $answer['page'] : json_encode($answer),
        'response' => ['code' => 200, 'message' => 'OK'],
        'cookies' => [],
        'filename' => null,
    ];
}, 10, 3);
