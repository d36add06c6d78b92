//! Secret keys, membership, invitations: the only room that can sign or open a seal.
