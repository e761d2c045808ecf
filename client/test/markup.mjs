// The server's markup of a notice, as the contract has it. The services are invented.

/** @type {Record<string, Record<string, (service: string, category: string) => string>>} */
const TEXTS = {
  en: {
    title: (s, c) => `${c} from ${s}`,
    reason: (s) => `External content. It has not been loaded, because ${s} can collect personal data, such as your IP address. `,
    how: (s, c) => `To see it, allow this content alone or all of “${c}”.`,
    refused: (s, c) => `You refused “${c}”. This content stays closed.`,
    gpc: () => 'Your browser asks sites not to sell or share your data. That counts as a refusal.',
    once: () => 'Show this content',
    always: (s, c) => `Always show: ${c}`,
    refuse: (s, c) => `Refuse: ${c}`,
    withdraw: (s, c) => `Stop showing: ${c}`,
    more: (s) => `More about ${s}`,
    choices: () => 'Your choices',
    loading: (s) => `Loading the content from ${s}.`,
    shown: (s) => `The content from ${s} is shown.`,
    attribution: (s) => `These words are part of this page. They have not been loaded from ${s}.`,
    link: () => 'Open on',
  },
  fr: {
    title: (s, c) => `${c} sur ${s}`,
    reason: (s) => `Contenu externe. Il n’a pas été chargé, car ${s} peut collecter des données personnelles, comme votre adresse IP. `,
    how: (s, c) => `Pour le voir, autorisez ce seul contenu ou toute la catégorie « ${c} ».`,
    refused: (s, c) => `Vous avez refusé « ${c} ». Ce contenu reste fermé.`,
    gpc: () => 'Votre navigateur demande aux sites de ne pas vendre ni partager vos données. Cette demande vaut refus.',
    once: () => 'Voir ce contenu',
    always: (s, c) => `Toujours voir : ${c}`,
    refuse: (s, c) => `Refuser : ${c}`,
    withdraw: (s, c) => `Ne plus voir : ${c}`,
    more: (s) => `En savoir plus sur ${s}`,
    choices: () => 'Vos choix',
    loading: (s) => `Chargement du contenu fourni par ${s}.`,
    shown: (s) => `Le contenu fourni par ${s} est affiché.`,
    attribution: (s) => `Ce texte fait partie de cette page. Il n’a pas été chargé depuis ${s}.`,
    link: () => 'Ouvrir sur',
  },
  ar: {
    title: (s, c) => `${c} من ⁨${s}⁩`,
    reason: (s) => `محتوى خارجي. لم يُحمَّل لأن خدمة ⁨${s}⁩ قد تجمع بيانات شخصية، مثل عنوان IP الخاص بك. `,
    how: (s, c) => `لعرضه، يمكنك السماح بهذا المحتوى وحده أو بفئة «${c}» كلها.`,
    refused: (s, c) => `لقد رفضت «${c}». سيبقى هذا المحتوى مغلقًا.`,
    gpc: () => 'يطلب متصفحك من المواقع عدم بيع بياناتك أو مشاركتها. اعتُبر ذلك رفضًا.',
    once: () => 'عرض هذا المحتوى',
    always: (s, c) => `العرض دائمًا: ${c}`,
    refuse: (s, c) => `الرفض: ${c}`,
    withdraw: (s, c) => `إيقاف العرض: ${c}`,
    more: (s) => `المزيد عن ⁨${s}⁩`,
    choices: () => 'خياراتك',
    loading: (s) => `جارٍ تحميل المحتوى من ⁨${s}⁩.`,
    shown: (s) => `المحتوى من ⁨${s}⁩ معروض الآن.`,
    attribution: (s) => `هذا النص جزء من هذه الصفحة. لم يُحمَّل من ⁨${s}⁩.`,
    link: () => 'فتح على',
  },
};

/** What readers are told about a category or service, in four characters. @param {string} id */
export const fingerprint = (id) => (id + '----').slice(0, 4);

/** What stands once before the first notice. */
export const ASSETS =
  '<link rel="stylesheet" href="/_jalousie/style.css">' +
  '<script src="/_jalousie/client.js" data-cookie="eu-consent" data-days="180" data-prefix="/_jalousie/" data-terms="video:vide social:soci"></script>';

/**
 * @typedef {object} Notice
 * @property {string} token names the content; also the figure's id
 * @property {string} [service] @property {string} [name] @property {string} [category] @property {string} [label]
 * @property {'en' | 'fr' | 'ar'} [lang]
 * @property {string} [style] custom properties of the size
 * @property {string} [attributes] more attributes of the figure
 * @property {string} [words] the content's own words
 * @property {'accepted'} [shown] as the server renders it where the page may vary
 * @param {Notice} notice
 */
export const notice = ({
  token,
  service = 'lanterna',
  name = 'Lanterna',
  category = 'video',
  label = 'Video',
  lang = 'en',
  style = '--jalousie-ratio:16/9',
  attributes = '',
  words = '',
}) => {
  /** @param {string} key */
  const text = (key) => TEXTS[lang][key](name, label);
  /** @param {string} scope */
  const fields = (scope) =>
    Object.entries({ scope, service, category, token, return: `/#${token}` })
      .map(([field, value]) => `<input type="hidden" name="${field}" value="${value}">`)
      .join('');
  /** @param {string} decision @param {string} key */
  const button = (decision, key) =>
    `<button class="jalousie-button" name="decision" value="${decision}">${text(key)} <span class="jalousie-hidden">(${name})</span></button>`;
  const form = 'form method="post" action="/_jalousie/consent"';
  return `<figure class="jalousie" id="${token}" data-jalousie="embed" data-service="${service}" data-category="${category}" data-jalousie-terms="${fingerprint(category)} ${fingerprint(service)}" data-jalousie-frame="/_jalousie/frame/${token}" lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}" style="${style}" aria-labelledby="${token}-title" ${attributes}>
 <section class="jalousie-notice" aria-labelledby="${token}-title">
  <h2 class="jalousie-title" id="${token}-title">${text('title')}</h2>
  <p class="jalousie-reason">${text('reason')}${text('how')}</p>
  <p class="jalousie-refused" hidden>${text('refused')}</p>
  <p class="jalousie-gpc" hidden>${text('gpc')}</p>
  <p class="jalousie-changed" hidden>You are asked again: it changed.</p>
  <p class="jalousie-expired" hidden>You are asked again: it expired.</p>
  <div class="jalousie-choices">
   <${form}>${fields('once')}${button('accept', 'once')}</form>
   <${form}>${fields('category')}${button('accept', 'always')}${button('refuse', 'refuse')}</form>
  </div>
  <p class="jalousie-links"><a href="/_jalousie/service/${service}">${text('more')}</a> <a href="/_jalousie/preferences?return=/">${text('choices')}</a></p>
 </section>
 <form class="jalousie-withdraw" method="post" action="/_jalousie/consent" hidden>${fields('category')}${button('withdraw', 'withdraw')}</form>
 <p class="jalousie-status" role="status" data-loading="${text('loading')}" data-shown="${text('shown')}"></p>
 <figcaption class="jalousie-preview">${words && `<blockquote class="jalousie-words">${words}</blockquote><p class="jalousie-attribution">${text('attribution')}</p>`}<p class="jalousie-link"><a href="https://${service}.example/${token}" rel="noreferrer noopener">${text('link')} ${service}.example</a></p></figcaption>
</figure>`;
};
