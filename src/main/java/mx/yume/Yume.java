package mx.yume;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

@QuarkusMain
public class Yume {
    public static void main(String[] args) {
        Quarkus.run(args);
    }
}
