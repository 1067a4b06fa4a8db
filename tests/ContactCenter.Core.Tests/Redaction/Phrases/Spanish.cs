namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in Spanish. What must be masked stands in brackets.</summary>
internal static class Spanish
{
    public const string Lines = """
        cvv: CVV [123]
        cvv: el código de seguridad es [456]
        cvv: mi cvv es [789]
        cvv: [321] es el código de seguridad
        cvv: el cvc de mi tarjeta es [555]
        cvv: codigo de seguridad: [204]
        cvv: los tres dígitos del reverso son [987]
        exp: caduca [12/27]
        exp: vence en [08/2028]
        exp: fecha de vencimiento [11/29]
        exp: la tarjeta caduca en [marzo de 2027]
        exp: fecha de caducidad: [0530]
        exp: [05/30] es la fecha de caducidad
        exp: mi tarjeta vence el [10-28]
        pin: mi pin es [4821]
        pin: el pin de la tarjeta es [1234]
        pin: la clave de mi tarjeta es [9090]
        pin: número secreto: [0007]
        pin: mi nip es [5512]
        none: habitación 123
        none: ¿dónde está el código de seguridad?
        none: mi pedido 1234 no llega
        none: el cupón caduca 12/27
        none: mi pasaporte vence en 03/2029
        none: nos vemos el 12/27
        none: el total es 123 euros
        none: código postal 28013
        none: usa el código 1234 para el descuento
        none: esperé 300 segundos
        none: cvv es obligatorio
        none: mi teléfono acaba en 4821
        none: la oferta vence 12/27
        none: tengo 100 puntos en la tarjeta
        none: me cobraron 456 pesos
        """;
}
