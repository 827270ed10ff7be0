"""A relying party in Python: Debian's Authlib and requests, which ask the system for names.

Reads a JSON line with issuer, client_id, redirect_uri, scope, and the client's private key (JWK); prints the address to open; reads the
address that the browser was led back to; prints the claims of the ID token, of userinfo, and of a refreshed token.
"""
import json
import sys

import requests
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey, jwt
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from authlib.oidc.core import CodeIDToken

given = json.loads(sys.stdin.readline())
found = requests.get(given["issuer"] + "/.well-known/openid-configuration").json()
assert found["issuer"] == given["issuer"]

client = OAuth2Session(
    given["client_id"],
    JsonWebKey.import_key(given["key"]),
    scope=given["scope"],
    redirect_uri=given["redirect_uri"],
    token_endpoint_auth_method="private_key_jwt",
    code_challenge_method="S256",
)
client.register_client_auth_method(
    PrivateKeyJWT(found["token_endpoint"], alg="ES256")
)
verifier = generate_token(48)
nonce = generate_token(20)
address, state = client.create_authorization_url(
    found["authorization_endpoint"], code_verifier=verifier, nonce=nonce
)
print(json.dumps({"address": address}), flush=True)

led = sys.stdin.readline().strip()
token = client.fetch_token(
    found["token_endpoint"], authorization_response=led, state=state, code_verifier=verifier
)


def claims_of(id_token):
    keys = JsonWebKey.import_key_set(requests.get(found["jwks_uri"]).json())
    claims = jwt.decode(
        id_token,
        keys,
        claims_cls=CodeIDToken,
        claims_options={"iss": {"values": [given["issuer"]]}, "aud": {"values": [given["client_id"]]}},
    )
    claims.validate(leeway=5)
    return claims


claims = claims_of(token["id_token"])
assert claims["nonce"] == nonce
userinfo = client.get(found["userinfo_endpoint"]).json()
again = client.refresh_token(found["token_endpoint"], refresh_token=token["refresh_token"])
print(
    json.dumps(
        {
            "sub": claims["sub"],
            "userinfo": userinfo,
            "refreshed": claims_of(again["id_token"])["sub"],
        }
    ),
    flush=True,
)
