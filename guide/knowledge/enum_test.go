package knowledge

import (
	"encoding"
	"errors"
	"fmt"
	"slices"
	"testing"
)

// Every constant has a name of its own that leads back to it, and no name is left over.
func TestNamesAndConstantsMatch(t *testing.T) {
	check(t, SelfCare, Emergency, levelNames)
	check(t, OK, Avoid, verdictNames)
	check(t, FitNone, FitStrong, fitNames)
	check(t, One, Scale, kindNames)
	check(t, RolePlace, RoleTried, roleNames)
	check(t, ScopeLocal, ScopeWhole, scopeNames)
	check(t, Massage, SelfHelp, therapyKindNames)
	check(t, StatusUnverified, StatusJudgement, statusNames)
	check(t, DirectionHarms, DirectionHelps, directionNames)
	check(t, CertaintyNotRated, CertaintyHigh, certaintyNames)
	check(t, EffectUnknown, EffectLarge, effectNames)
	check(t, StanceAvoidAsPrecaution, StanceRecommend, stanceNames)
	check(t, BasisNone, BasisDirect, basisNames)
	check(t, RatedByNobody, RatedBySource, raterNames)
}

func check[T interface {
	~int8
	fmt.Stringer
	encoding.TextMarshaler
}, P interface {
	*T
	encoding.TextUnmarshaler
}](t *testing.T, first, last T, names []string,
) {
	t.Helper()
	if len(names) != int(last)+1 || slices.Contains(names[first:], "") {
		t.Errorf("%T: the names %q do not belong to the values %d to %d", first, names, first, last)
	}
	for v := first; v <= last; v++ {
		var back T
		name, err := v.MarshalText()
		if err != nil || P(&back).UnmarshalText(name) != nil || back != v || string(name) != v.String() {
			t.Errorf("%T %d is written %q and read back as %d (%v)", v, v, name, back, err)
		}
	}
	var v T
	err := P(&v).UnmarshalText([]byte("nonsense"))
	if e := (*NameError)(nil); !errors.As(err, &e) || e.Name != "nonsense" || len(e.Names) != int(last-first)+1 {
		t.Errorf("%T: an unknown name gives %v", v, err)
	}
	if P(&v).UnmarshalText(nil) == nil {
		t.Errorf("%T: an empty name is taken", v)
	}
}
