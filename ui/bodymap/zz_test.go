package bodymap_test
import ("testing";"os";"strings";"knead/ui/termtest";"fmt")
func TestZZ(t *testing.T){
 k:=os.Getenv("K"); w,h:=80,19
 fmt.Sscanf(os.Getenv("S"),"%dx%d",&w,&h)
 m:=press(newMap(t,dark,w,h),strings.ReplaceAll(k,","," "))
 fmt.Println(termtest.Plain(m.View()), "\n", m.Note()); fmt.Println(said(m))
}
