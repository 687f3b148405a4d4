package wizard_test
import ("testing";"os";"strings";"knead/ui/termtest";"fmt")
func TestZZ(t *testing.T){
 w,h:=80,19
 fmt.Sscanf(os.Getenv("S"),"%dx%d",&w,&h)
 var lines []string
 if os.Getenv("P")!="" { lines=well(os.Getenv("P")) }
 if os.Getenv("L")!="" { lines=append(lines,strings.Split(os.Getenv("L"),"|")...) }
 m:=at(t,lines...)
 m.SetSize(w,h)
 for _,k:=range strings.Fields(os.Getenv("K")) { m,_=press(t,m,k) }
 fmt.Println(termtest.Plain(shot(m))); 
}
