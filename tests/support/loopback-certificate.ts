/**
 * A certificate for loopback that signs itself, and its key: good until 2120 and for nothing but tests. Nobody trusts
 * it until a test says so.
 */
export const loopbackCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgaU9ugrOXkOvlhmoh
KtTjQHvdmzxmsxyuwPjubCRuPyihRANCAARR0oR80wpYQiMS4LuSPo3kGN+kXJCt
4C+GKr67HoV0tYuzNwhb8IU5Q8EyPGg411ROhUkH5/zDuzaW/WACos8n
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBZjCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFHShHzTClhCIxLg
u5I+jeQY36RckK3gL4YqvrsehXS1i7M3CFvwhTlDwTI8aDjXVE6FSQfn/MO7Npb9
YAKizyejTjBMMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8E
BTADAQH/MB0GA1UdDgQWBBRVZpZD0AkqqdQWbZmVcq2BZ8MhqjAKBggqhkjOPQQD
AgNHADBEAiA2b9jAA+fy8u26Gs9cibP5FK3k5sJvQi+er75EuNsaaQIgAheWESyS
5MIwLWI40SFMVvj94R6AAlBCpxGaluErTDk=
-----END CERTIFICATE-----`,
};
