"""Earlier states of a comparison: looked at, and gone back to."""

from webapp.past.former import Former
from webapp.past.looking import Past
from webapp.past.stamps import read_stamp, write_stamp
from webapp.past.states import Moment

__all__ = ["Former", "Moment", "Past", "read_stamp", "write_stamp"]
