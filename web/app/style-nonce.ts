/**
 * The nonce that lets libraries put their styles into this page. `get-nonce`, which the scroll lock of dialogs asks,
 * reads it from this global.
 */
declare global {
  var __webpack_nonce__: string | undefined;
}

/** Empty where the page was served without a policy (the development server). */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

globalThis.__webpack_nonce__ = styleNonce;
