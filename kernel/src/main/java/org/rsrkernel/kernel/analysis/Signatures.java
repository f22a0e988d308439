package org.rsrkernel.kernel.analysis;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Types and signatures as short as a person would write them. */
public final class Signatures {

  private static final Pattern PACKAGE =
      Pattern.compile("\\b(?:\\p{javaLowerCase}[\\w]*\\.)+(?=[\\p{L}_$])");
  private static final Pattern OWN_CLASSES = Pattern.compile("\\b(?:Notebook|Cell)\\$\\$\\.");
  private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+(?:\\([^)]*\\))?,? ?");

  private static final Pattern NO_NAME =
      Pattern.compile("arg\\d+"); // class files rarely keep parameter names

  private Signatures() {}

  /** {@code List<String>} for {@code java.util.List<java.lang.String>}. */
  public static String shortName(TypeMirror type) {
    String plain = ANNOTATION.matcher(type.toString()).replaceAll("");
    return PACKAGE.matcher(OWN_CLASSES.matcher(plain).replaceAll("")).replaceAll("");
  }

  /** {@code java.util.List<E>}, but without the classes that stand for notebook and cell. */
  public static String qualifiedName(TypeMirror type) {
    return OWN_CLASSES.matcher(type.toString()).replaceAll("");
  }

  /** {@code (int) String} for a method as a member of a type. */
  public static String ofMethod(ExecutableElement method, TypeMirror asMember) {
    return ofMethod(method, asMember, List.of());
  }

  /**
   * {@code (int index) String} for a method as a member of a type.
   *
   * @param names of the parameters; where empty, those that the class file has
   */
  public static String ofMethod(ExecutableElement method, TypeMirror asMember, List<String> names) {
    boolean known = asMember instanceof ExecutableType;
    List<? extends TypeMirror> types =
        known
            ? ((ExecutableType) asMember).getParameterTypes()
            : method.getParameters().stream().map(Element::asType).toList();
    TypeMirror result =
        known ? ((ExecutableType) asMember).getReturnType() : method.getReturnType();
    String returns = method.getSimpleName().contentEquals("<init>") ? "" : " " + shortName(result);
    return parameters(method, types, names) + returns;
  }

  private static String parameters(
      ExecutableElement method, List<? extends TypeMirror> types, List<String> names) {
    StringJoiner joined = new StringJoiner(", ", "(", ")");
    for (int at = 0; at < types.size(); at++) {
      String type = shortName(types.get(at));
      boolean rest = method.isVarArgs() && at == types.size() - 1;
      String shown = rest ? type.replaceFirst("\\[]$", "...") : type;
      String ownName = method.getParameters().get(at).getSimpleName().toString();
      String name = names.size() == types.size() ? names.get(at) : ownName;
      joined.add(NO_NAME.matcher(name).matches() ? shown : shown + " " + name);
    }
    return joined.toString();
  }
}
