package guide_test
import ("testing";"fmt";"knead/content/builtin")
func TestZZ(t *testing.T){ g:=builtin.Guide()
 for _,c:=range []string{"now","past"} {a,err:=g.ParseLines([]string{"where: neck","now: none","signs: none","age: 50-59","risk: cancer","cancer-when: "+c,"health: none","history: none"}); fmt.Println(err, ids(g.Resume(a).Unnamed()))}
}
