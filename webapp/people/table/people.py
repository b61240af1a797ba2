"""What strangers may ask for, and what the pages about people need."""

from webapp.people.rights import Need

FOR_EVERYBODY = {
    "static": Need.OPEN,
    "health.show_health": Need.OPEN,
    "health.show_readiness": Need.OPEN,
    "health.show_measures": Need.OPEN,
    "robots.show_robots": Need.OPEN,
    "shared.show_shared": Need.OPEN,
    "shared.show_article": Need.OPEN,
    "shared.show_frame": Need.OPEN,
    "shared.show_framed_article": Need.OPEN,
    "shared.download_report": Need.OPEN,
    "shared.show_nothing": Need.OPEN,
    "shared.refuse_write": Need.OPEN,
    "signing.show_sign_in": Need.OPEN,
    "signing.sign_in": Need.OPEN,
    "signing.sign_out": Need.OPEN,
    "sign_on.leave": Need.OPEN,
    "sign_on.come_back": Need.OPEN,
    "joining.show_invitation": Need.OPEN,
    "joining.accept_invitation": Need.OPEN,
    "joining.show_reset": Need.OPEN,
    "joining.set_password": Need.OPEN,
}
"""What is open to strangers: files, signs of life, what links open, and the doors."""
PEOPLE = {
    "accounts.show_account": Need.SIGNED_IN,
    "accounts.change_name": Need.SIGNED_IN,
    "accounts.change_password": Need.SIGNED_IN,
    "accounts.end_sign_in": Need.SIGNED_IN,
    "people.list_people": Need.ADMIN,
    "people.invite_person": Need.ADMIN,
    "people.withdraw_link": Need.ADMIN,
    "people.reset_person": Need.ADMIN,
    "people.change_role": Need.ADMIN,
    "people.end_person": Need.ADMIN,
    "people.bring_back": Need.ADMIN,
    "people.hand_over": Need.ADMIN,
    "left.show_left": Need.ADMIN,
    "left.give_all": Need.ADMIN,
    "left.give_notes": Need.ADMIN,
    "teams.list_teams": Need.ADMIN,
    "teams.make_team": Need.ADMIN,
    "teams.change_team": Need.ADMIN,
    "teams.delete_team": Need.ADMIN,
}
"""Oneself, the others, and teams."""
