<?php
// Installs WordPress in the database and writes the journal's posts through WordPress' own functions.
$_SERVER['HTTP_HOST'] = 'journal.example';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/image.php';

wp_install('Le Journal d’Orvane', 'redaction', 'redaction@journal.example', true, '', 'not-a-secret', 'fr_FR');
update_option('permalink_structure', '/%postname%/');
update_option('timezone_string', 'Europe/Paris');
update_option('default_pingback_flag', 0);
foreach (get_posts(['post_type' => ['post', 'page'], 'post_status' => 'any', 'numberposts' => -1]) as $sample) {
    wp_delete_post($sample->ID, true);
}
switch_theme('twentytwentythree');

/** A picture of our own in the library, with the sizes that WordPress makes of it. */
function picture(string $name, int $red, int $green, int $blue): int
{
    $folder = wp_upload_dir('2026/03');
    $file = "{$folder['path']}/$name.png";
    $image = imagecreatetruecolor(1200, 800);
    for ($line = 0; $line < 800; $line++) {
        $shade = intdiv($line, 8);
        $colour = imagecolorallocate($image, min(255, $red + $shade), min(255, $green + $shade), $blue);
        imageline($image, 0, $line, 1200, $line, $colour);
    }
    imagepng($image, $file, 9);
    $id = wp_insert_attachment(['post_mime_type' => 'image/png', 'post_title' => $name, 'post_status' => 'inherit'], $file);
    wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $file));
    return $id;
}

function image_block(int $id, string $alt): string
{
    $address = wp_get_attachment_image_url($id, 'large');
    return "<!-- wp:image {\"id\":$id,\"sizeSlug\":\"large\"} -->\n"
        . "<figure class=\"wp-block-image size-large\"><img src=\"$address\" alt=\"$alt\" class=\"wp-image-$id\"/></figure>\n<!-- /wp:image -->";
}

/** The embed block, as the editor saves it. */
function embed_block(string $url, string $provider, string $type, string $ratio = '', string $caption = ''): string
{
    $attributes = ['url' => $url, 'type' => $type, 'providerNameSlug' => $provider, 'responsive' => true];
    $classes = "wp-block-embed is-type-$type is-provider-$provider wp-block-embed-$provider";
    if ($ratio !== '') {
        $attributes['className'] = "wp-embed-aspect-$ratio wp-has-aspect-ratio";
        $classes .= ' ' . $attributes['className'];
    }
    $caption = $caption === '' ? '' : "<figcaption class=\"wp-element-caption\">$caption</figcaption>";
    return '<!-- wp:embed ' . json_encode($attributes, JSON_UNESCAPED_SLASHES) . " -->\n"
        . "<figure class=\"$classes\"><div class=\"wp-block-embed__wrapper\">\n$url\n</div>$caption</figure>\n<!-- /wp:embed -->";
}

function paragraph(string $text): string
{
    return "<!-- wp:paragraph -->\n<p>$text</p>\n<!-- /wp:paragraph -->";
}

function html_block(string $html): string
{
    return "<!-- wp:html -->\n$html\n<!-- /wp:html -->";
}

function publish(int $day, string $slug, string $title, array $blocks, string $type = 'post'): int
{
    $date = sprintf('2026-03-%02d 08:00:00', $day);
    kses_remove_filters();
    return wp_insert_post(wp_slash([
        'post_type' => $type, 'post_status' => 'publish', 'post_author' => 1, 'post_name' => $slug, 'post_title' => $title,
        'post_content' => implode("\n\n", $blocks), 'post_date' => $date, 'post_modified' => $date,
    ]), true);
}

function comment(int $post, string $author, string $words, int $parent = 0): int
{
    return wp_insert_comment([
        'comment_post_ID' => $post, 'comment_author' => $author, 'comment_author_email' => strtolower($author) . '@readers.example',
        'comment_author_url' => 'https://readers.example/' . strtolower($author), 'comment_content' => $words,
        'comment_parent' => $parent, 'comment_approved' => 1, 'comment_date' => '2026-03-05 09:00:00', 'comment_date_gmt' => '2026-03-05 08:00:00',
    ]);
}

$meadow = picture('meadow', 40, 120, 60);
$evening = picture('evening', 140, 70, 60);
$uploads = wp_upload_dir('2026/03');
$clip = "{$uploads['url']}/clip.webm";
// The first bytes of such a file: enough to be compared, not to be played.
file_put_contents("{$uploads['path']}/clip.webm", "\x1a\x45\xdf\xa3" . str_repeat('orvane', 2000));

publish(1, 'a-propos', 'À propos', [
    paragraph('Cette page ne contient rien d’ailleurs.'),
    image_block($meadow, 'Un pré'),
], 'page');

publish(1, 'images', 'Images du printemps', [
    paragraph('Deux vues, prises par nous. 🌷'),
    "<!-- wp:gallery {\"linkTo\":\"none\"} -->\n<figure class=\"wp-block-gallery has-nested-images columns-default is-cropped\">"
        . image_block($meadow, 'Un pré') . "\n\n" . image_block($evening, 'Le soir') . "</figure>\n<!-- /wp:gallery -->",
    "<!-- wp:video -->\n<figure class=\"wp-block-video\"><video controls src=\"$clip\"></video></figure>\n<!-- /wp:video -->",
]);

publish(2, 'films', 'Deux films du col', [
    paragraph('La route du col, filmée d’un ballon.'),
    embed_block('https://www.youtube.com/watch?v=q7Vd0rvaN3E', 'youtube', 'video', '16-9', 'Le col, en mars'),
    paragraph('Et un hiver entier.'),
    embed_block('https://vimeo.com/90441730', 'vimeo', 'video', '16-9'),
    "<!-- wp:video -->\n<figure class=\"wp-block-video\"><video controls preload=\"none\" src=\"https://films.agency.example/pass.mp4\" poster=\"https://films.agency.example/pass.jpg\"></video></figure>\n<!-- /wp:video -->",
]);

$talk = publish(3, 'messages', 'Ce qu’ils en disent', [
    paragraph('Le maire s’est exprimé hier soir.'),
    embed_block('https://twitter.com/valdorvane/status/1990417301662408731', 'twitter', 'rich'),
    paragraph('La salle lui a répondu. 🎉'),
    embed_block('https://www.tiktok.com/@orvane/video/7317304166240873100', 'tiktok', 'video'),
    embed_block('https://www.reddit.com/r/orvane/comments/1orvane/neige/', 'reddit', 'rich'),
    embed_block('https://voisins.example/le-pont/', 'les-voisins', 'wp-embed'),
]);
$first = comment($talk, 'Maud', 'Merci pour la route. 👍');
comment($talk, 'Ilan', 'Et pour le pont, on attend encore.', $first);

publish(4, 'sons', 'Le bal du samedi', [
    paragraph('L’orchestre répète :'),
    embed_block('https://soundcloud.com/orvane/repetition', 'soundcloud', 'rich'),
    embed_block('https://open.spotify.com/track/0rVaN3xQm2kLw9TzQpAeR4', 'spotify', 'rich', '21-9'),
]);

publish(5, 'cartes', 'Où se trouve Orvane', [
    paragraph('La carte, et la foule en chiffres.'),
    html_block('<iframe src="https://www.google.com/maps/embed?pb=!1m18!1m12!1m3!1d11234.5!2d6.5!3d45.5!2m3!1f0!2f0!3f0!3m2!1i1024!2i768!4f13.1" width="600" height="450" style="border:0;" allowfullscreen="" loading="lazy" referrerpolicy="no-referrer-when-downgrade"></iframe>'),
    html_block('<div class="flourish-embed flourish-chart" data-src="visualisation/4173016"><script src="https://public.flourish.studio/resources/embed.js"></script><noscript><img src="https://public.flourish.studio/visualisation/4173016/thumbnail" width="100%" alt="chart visualization" /></noscript></div>'),
    html_block('<noscript><img height="1" width="1" style="display:none" src="https://www.facebook.com/tr?id=41730166&ev=PageView&noscript=1"/></noscript>'),
    "<!-- wp:image -->\n<figure class=\"wp-block-image\"><img src=\"https://pictures.agency.example/orvane/pass.jpg\" alt=\"Le col\"/><figcaption class=\"wp-element-caption\">Le col, par une agence</figcaption></figure>\n<!-- /wp:image -->",
]);

publish(6, 'archives', 'Un article d’avant les blocs', [
    "Autrefois, on collait une adresse :\n\nhttps://www.youtube.com/watch?v=q7Vd0rvaN3E\n\nou un code :\n\n[embed width=\"400\"]https://vimeo.com/90441730[/embed]",
]);

flush_rewrite_rules();
