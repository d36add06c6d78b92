//! Requests to join: judged by the roster and the hub's clock, then kept for a colleague's laptop.

use super::{Keeper, Notice};
use crate::error::Denied;
use nabij_protocol::id::Millis;
use nabij_protocol::join::JoinRequest;
use nabij_protocol::message::Refusal;

/// The most bytes of a newcomer's member key; today's are 1216 long.
const MAX_MEMBER_KEY: usize = 4096;
/// The most bytes of a newcomer's sealed name.
const MAX_SEALED_NAME: usize = 1024;

impl Keeper {
    /// Keeps a request, or finds that the same one is kept already; team and laptop are those that the
    /// connection has proven.
    ///
    /// # Errors
    /// [`Refusal::BadProof`], [`Refusal::Garbled`], [`Refusal::InvitationUnknown`],
    /// [`Refusal::InvitationExpired`], [`Refusal::InvitationUsed`]; a fault of the database.
    pub(crate) fn join(
        &mut self,
        request: &JoinRequest,
        from: u64,
        now: Millis,
    ) -> Result<(), Denied> {
        let ask = &request.ask;
        request.check().map_err(|_| Refusal::BadProof)?;
        if ask.member_key.len() > MAX_MEMBER_KEY || ask.sealed_name.len() > MAX_SEALED_NAME {
            return Err(Refusal::Garbled.into());
        }
        let mut writing = self.store.begin(&ask.team)?;
        // From here on nobody else takes the same invitation, nor changes what it is worth.
        let asked = writing.records_kept();
        let roster = self.rosters.as_of(&ask.team, asked, || writing.records())?;
        self.channels.follow(&ask.team, &roster);
        let roster = roster.now;
        let invitation = roster
            .invitation(&ask.invitation)
            .ok_or(Refusal::InvitationUnknown)?;
        if invitation.used.is_some_and(|member| member != ask.member) {
            return Err(Refusal::InvitationUsed.into());
        }
        let kept = writing.join_requests()?;
        if let Some(kept) = kept
            .iter()
            .find(|kept| kept.ask.invitation == ask.invitation)
        {
            // The same laptop asking again, however it words it, is told the same.
            return if kept.ask.device == ask.device && kept.ask.member == ask.member {
                Ok(())
            } else {
                Err(Refusal::InvitationUsed.into())
            };
        }
        if invitation.expires < now {
            return Err(Refusal::InvitationExpired.into());
        }
        // An id that is somebody's already would let a newcomer pass for that colleague.
        if roster.was_member(&ask.member) {
            return Err(Refusal::NotAllowed.into());
        }
        writing.add_join(request, now)?;
        writing.commit()?;
        let notice = Notice {
            from,
            joiner: true,
            ..Notice::default()
        };
        self.channels.announce(&ask.team, notice);
        Ok(())
    }
}
