/** A municipality's own identity provider, as the operator has set it up. */
export type OidcProviderSetting = {
  /** Short name in addresses. */
  readonly id: string;
  readonly municipalityId: string;
  /** What people call it. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};
