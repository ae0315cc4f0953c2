"""Checks on what one row says about one person: values that do not fit together."""

from db.tallies import oddities
from tracker.problems import N_
from tracker.quality.model import Check

CHECKS = (
    Check(
        "utfall_på_avliden",
        "error",
        N_("Outcome of somebody who has died"),
        N_(
            "The reason for the exit is that the person has died, and yet there is an outcome, "
            "which the figures count. Empty the outcomes, or correct the reason."
        ),
        odd=lambda _: {"avslutsanledning": oddities.outcomes_of_deceased()},
    ),
    Check(
        "uppföljning_efter_återkallat",
        "error",
        N_("Follow-up after withdrawn consent"),
        N_(
            "Who has withdrawn the consent is not followed up. Correct the reason for the exit if "
            "it is wrong; else the follow-up must not be kept."
        ),
        find=lambda desk: desk.follow_ups(oddities.call_after_withdrawal(), "avslutsanledning"),
    ),
    Check(
        "uppföljning_trots_nej",
        "warning",
        N_("Follow-up of somebody who was not to be contacted"),
        N_(
            "“May be contacted” is no at the exit, and yet there is an answer. If the person "
            "agreed later, correct it to yes, or accept with that as the reason."
        ),
        find=lambda desk: desk.follow_ups(oddities.call_against_wish(), "får_kontaktas"),
    ),
    Check(
        "försörjning_mot_tid",
        "warning",
        N_("Support before and time on support do not fit"),
        N_(
            "No support before and yet time on it, or the other way round. Gaps of up to a month "
            "do not count. Correct one of them."
        ),
        odd=lambda _: {"tid_i_försörjning": oddities.support_against_time()},
    ),
    Check(
        "försörjning_mot_grad",
        "warning",
        N_("Support and degree of support do not fit"),
        N_(
            "No support and yet a share of the livelihood that is support, or support with the "
            "share 0. Correct one of them; the share may be left empty."
        ),
        odd=lambda _: {
            "försörjningsgrad_före": oddities.support_against_degree("before"),
            "försörjningsgrad_efter": oddities.support_against_degree("after"),
        },
    ),
    Check(
        "nästa_steg_arbete_utan_arbete",
        "warning",
        N_("Next step is work, but works 0 per cent"),
        N_(
            "Who starts shortly counts as working: write how much. If there is no work to start, "
            "another next step fits better."
        ),
        odd=lambda _: {"arbete_efter": oddities.next_step_without_work()},
    ),
    Check(
        "arbetstyp_utan_arbete",
        "warning",
        N_("Kind of work, but works 0 per cent"),
        N_("Write how much the person works, or empty the kind of work."),
        odd=lambda _: {"arbete_efter": oddities.work_kind_without_work()},
    ),
    Check(
        "arbete_och_studier_över_100",
        "warning",
        N_("Work and studies are over 100 per cent together"),
        N_("It can be true, but is often a slip. Per cent of full time, 100 is 40 hours a week."),
        odd=lambda _: {
            "arbete_före": oddities.over_full_time("before"),
            "arbete_efter": oddities.over_full_time("after"),
        },
        find=lambda desk: desk.follow_ups(oddities.call_over_full_time(), "arbete"),
    ),
    Check(
        "arbetssökande_i_arbete",
        "info",
        N_("Seeks work actively, but works or studies"),
        N_("“Seeks work actively” is for who neither works nor studies."),
        odd=lambda _: {
            "arbete_före": oddities.seeking_beside_work("before"),
            "arbete_efter": oddities.seeking_beside_work("after"),
        },
    ),
    Check(
        "okänt_kön",
        "info",
        N_("Sex is unknown"),
        N_("Splits into women and men lack these. Fill it in where it can be known."),
        odd=lambda _: {"kön": oddities.sex_unknown()},
    ),
)
