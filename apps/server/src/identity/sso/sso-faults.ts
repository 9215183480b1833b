import type { SsoFault } from '@sunbeon/contract';

/** A provider that cannot be used as it is set. */
export class SsoFaultError extends Error {
  constructor(readonly fault: SsoFault) {
    super(`identity provider: ${fault}`);
  }
}

/** What is wrong, in one sentence for whoever sets the provider up. */
export const faultMessages: Readonly<Record<SsoFault | 'none', { readonly ko: string; readonly en: string }>> = {
  none: { ko: '통합 로그인 서버가 정상적으로 응답했습니다.', en: 'The identity provider answers as it should.' },
  not_set: {
    ko: '통합 로그인 설정이 아직 저장되지 않았습니다.',
    en: 'No identity provider is set yet.',
  },
  not_https: {
    ko: '발급자(issuer) 주소는 https로 시작해야 합니다.',
    en: 'The address of the issuer must begin with https.',
  },
  private_address: {
    ko: '발급자 주소가 내부망을 가리킵니다. 내부망의 서버를 쓰려면 운영자가 설치 설정(SSO_PRIVATE_NETWORKS)에서 허용해야 합니다.',
    en: 'The address of the issuer is in a private network, which this installation does not allow (SSO_PRIVATE_NETWORKS).',
  },
  unknown_host: {
    ko: '발급자 주소의 서버 이름을 찾을 수 없습니다. 주소를 확인해 주십시오.',
    en: 'The host of the issuer is not known to DNS.',
  },
  unreachable: {
    ko: '발급자 주소의 서버에 연결할 수 없습니다. 서버가 켜져 있는지, 방화벽이 막는지 확인해 주십시오.',
    en: 'The server of the issuer cannot be reached.',
  },
  tls: {
    ko: '발급자 서버의 인증서(TLS)를 믿을 수 없습니다. 인증서의 기한과 발급기관을 확인해 주십시오.',
    en: 'The certificate of the issuer’s server cannot be trusted.',
  },
  timeout: {
    ko: '발급자 서버가 5초 안에 응답하지 않았습니다.',
    en: 'The server of the issuer did not answer within five seconds.',
  },
  too_large: {
    ko: '발급자 서버의 응답이 지나치게 큽니다(256 KB 초과).',
    en: 'The answer of the issuer’s server is larger than 256 KB.',
  },
  not_found: {
    ko: '발급자 주소에 설정 문서(/.well-known/openid-configuration)가 없습니다.',
    en: 'There is no /.well-known/openid-configuration at the address of the issuer.',
  },
  not_discovery: {
    ko: '발급자의 설정 문서가 OpenID Connect 형식이 아닙니다.',
    en: 'The issuer’s configuration document is not one of OpenID Connect.',
  },
  other_issuer: {
    ko: '설정 문서의 발급자(issuer)가 입력한 주소와 다릅니다. 끝의 빗금(/)까지 같게 입력해 주십시오.',
    en: 'The configuration document names another issuer than was entered.',
  },
  other_origin: {
    ko: '설정 문서의 접속 주소가 발급자와 다른 서버에 있습니다. 발급자와 같은 서버의 주소만 쓸 수 있습니다.',
    en: 'The configuration document names addresses of another server than the issuer’s.',
  },
  no_code_flow: {
    ko: '이 서버는 인증 코드 방식(response_type=code)을 지원하지 않습니다.',
    en: 'The provider does not offer the authorization code flow.',
  },
  no_pkce: {
    ko: '이 서버는 PKCE(S256)를 지원하지 않습니다.',
    en: 'The provider does not offer PKCE with S256.',
  },
  no_keys: {
    ko: '서명을 확인할 공개 키(jwks_uri)를 받을 수 없습니다.',
    en: 'The public keys of the provider (jwks_uri) cannot be had.',
  },
};
